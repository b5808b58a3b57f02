/** bpmn-moddle's generic elements, read with types: a wrong shape in a file reads as absent. */
import { BpmnModdle } from 'bpmn-moddle';
import bpmn from 'bpmn-moddle/resources/bpmn/json/bpmn.json' with { type: 'json' };
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { type Breach, breachesOf } from './schema.ts';

/** An XML element; its attributes and children are properties under their BPMN names. */
export interface ModdleElement {
  $type: string;
  id?: string;
  $parent?: ModdleElement;
  [property: string]: unknown;
}

export interface ParsedXml {
  root: ModdleElement;
  /** What moddle noticed: unresolved references, unknown elements, duplicate ids. */
  warnings: XmlWarning[];
  /** What it did not notice. */
  breaches: Breach[];
}

export interface XmlWarning {
  message: string;
  element: string | null;
  property: string | null;
  value: string | null;
  /** An element was left out because of it. */
  lost: boolean;
}

interface ModdleWarning {
  message: string;
  element?: ModdleElement;
  property?: string;
  value?: string;
}

/** In the standard's schema the script of a global script task is a child, as that of a script task is. */
const types = bpmn.types.map((type) =>
  type.name === 'GlobalScriptTask'
    ? {
        ...type,
        properties: type.properties?.map((property) => ({ ...property, isAttr: property.name !== 'script' })),
      }
    : type,
);

const moddle = new BpmnModdle({ bpmn: { ...bpmn, types }, zeebe });

/** Parses BPMN XML. Throws an Error with a sentence, on one line, if it is no well-formed BPMN. */
export async function parseXml(xml: string): Promise<ParsedXml> {
  const { rootElement, warnings, elementsById } = await moddle.fromXML(xml).catch((error: Error) => {
    throw new Error(sentenceOf(error));
  });
  const root = rootElement as ModdleElement;
  const noticed = (warnings as ModdleWarning[]).filter(
    (warning) =>
      // The text was decoded before it came here.
      !warning.message.startsWith('unsupported document encoding') &&
      !resolve(root, warning, elementsById as Record<string, ModdleElement>),
  );
  return {
    root,
    warnings: noticed.map(({ message, element, property, value }) => ({
      // What is wrong inside is told below what could not be read because of it.
      message: /nested error: (.*)/.exec(message)?.[1] ?? message.split('\n')[0] ?? message,
      element: element?.id ?? null,
      property: property ?? null,
      value: typeof value === 'string' ? value : null,
      lost: message.startsWith('unparsable content'),
    })),
    breaches: breachesOf(xml),
  };
}

/** moddle tells what is wrong, where and why on lines of their own. */
function sentenceOf({ message }: Error): string {
  if (message.startsWith('failed to parse document as')) {
    return 'its root is not <definitions> of http://www.omg.org/spec/BPMN/20100524/MODEL';
  }
  const line = /line: (\d+)/.exec(message)?.[1];
  const why = /nested error: (.*)/.exec(message)?.[1] ?? message;
  return line === undefined ? why.replace(/\s+/g, ' ') : `${why.trim()} (line ${Number(line) + 1})`;
}

/**
 * References are qualified names (BPMN 2.0.2, 15.3.2): with a prefix of the file's own namespace they lead to its elements,
 * which moddle does not know. @returns whether the warning is of such a reference, now resolved
 */
function resolve(root: ModdleElement, warning: ModdleWarning, byId: Record<string, ModdleElement>): boolean {
  const { message, element, property, value = '' } = warning;
  const [, prefix = '', id = ''] = /^([^:]+):(.+)$/.exec(value) ?? [];
  const attributes = root.$attrs as Record<string, unknown> | undefined;
  const isOwn = prefix !== '' && attributes?.[`xmlns:${prefix}`] === root.targetNamespace;
  if (!message.startsWith('unresolved reference') || !element || !property || !isOwn) return false;
  if (!Object.hasOwn(byId, id)) return false;
  const name = property.replace(/^bpmn:/, '');
  const before = element[name];
  if (Array.isArray(before)) before.push(byId[id]);
  else element[name] = byId[id];
  return true;
}

/** Writes what `parseXml` read. */
export async function writeXml(root: ModdleElement): Promise<string> {
  const { xml } = await moddle.toXML(root, { format: true });
  return xml;
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && typeof (value as ModdleElement).$type === 'string';
}

/** Text of an attribute or of a child with text only; undefined if absent or blank. */
export function text(element: ModdleElement | undefined, property: string): string | undefined {
  const value = element?.[property];
  const found = isElement(value) ? value.body : value;
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

export function flag(element: ModdleElement | undefined, property: string): boolean | undefined {
  const value = element?.[property];
  return typeof value === 'boolean' ? value : undefined;
}

export function number(element: ModdleElement | undefined, property: string): number | undefined {
  const value = element?.[property];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A child or a resolved reference. */
export function child(element: ModdleElement | undefined, property: string): ModdleElement | undefined {
  const value = element?.[property];
  return isElement(value) ? value : undefined;
}

export function children(element: ModdleElement | undefined, property: string): ModdleElement[] {
  const value = element?.[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** The first extension element of a type, e.g. `zeebe:TaskDefinition`. */
export function extension(element: ModdleElement | undefined, type: string): ModdleElement | undefined {
  return children(child(element, 'extensionElements'), 'values').find((value) => value.$type === type);
}

/** Whether the element is of a type or a subtype of it, e.g. `bpmn:Activity`. */
export function is(element: ModdleElement, type: string): boolean {
  const test = element.$instanceOf;
  return typeof test === 'function' && test.call(element, type) === true;
}

interface Descriptor {
  properties: { name: string; type: string; isReference?: boolean }[];
}

function propertiesOf(element: ModdleElement): Descriptor['properties'] {
  const descriptor = moddle.getElementDescriptor(element) as Descriptor | undefined;
  return descriptor?.properties ?? [];
}

function partsOf(value: unknown): ModdleElement[] {
  return (Array.isArray(value) ? value : [value]).filter(isElement);
}

/** The element and everything of BPMN in it, outermost first. */
export function within(element: ModdleElement): ModdleElement[] {
  const own = propertiesOf(element).filter(({ isReference }) => !isReference);
  const parts = own.flatMap(({ name }) => partsOf(element[nameOf(name)]));
  return [element, ...parts.filter(({ $type }) => $type.startsWith('bpmn:')).flatMap(within)];
}

export interface Reference {
  property: string;
  /** What the property asks for, e.g. `bpmn:Message`. */
  type: string;
  target: ModdleElement;
  /** Whether the target is one. */
  fits: boolean;
}

/** The references of an element that lead somewhere. */
export function referencesOf(element: ModdleElement): Reference[] {
  const own = propertiesOf(element).filter(({ isReference }) => isReference);
  return own.flatMap(({ name, type }) =>
    partsOf(element[nameOf(name)]).map((target) => ({
      property: nameOf(name),
      type,
      target,
      // Relationships are between whatever there is.
      fits: type.split(':').at(-1) === 'Element' || is(target, type),
    })),
  );
}

function nameOf(property: string): string {
  return property.replace(/^bpmn:/, '');
}
