/**
 * What the schema of BPMN forbids and moddle reads over in silence: an element that may stand once and stands twice (only
 * the last is kept), a part that must be there and is not, parts that exclude each other, and an attribute whose value is not
 * of its type (BPMN20.xsd; the types come from moddle's own tables).
 */
import bpmn from 'bpmn-moddle/resources/bpmn/json/bpmn.json' with { type: 'json' };
import { Parser } from 'saxen';

/** `element`: the one it is in or, if this has no id, the next around it that has. */
export type Breach = { element: string | null; name: string } & (
  | { kind: 'repeated' }
  /** `owner`, e.g. `MessageFlow`, has no `name`. */
  | { kind: 'missing'; owner: string }
  /** `name` stands beside `other`. */
  | { kind: 'exclusive'; other: string }
  /** The attribute `name` holds `value`, but should be `expected`. */
  | { kind: 'value'; value: string; expected: string }
);

interface Property {
  name: string;
  type: string;
  isAttr?: boolean;
  isMany?: boolean;
  isReference?: boolean;
}

interface Open {
  id: string | null;
  /** null for elements of others. */
  type: string | null;
  /** The attributes and children that it has so far, as properties of its type. */
  present: Set<string>;
}

/**
 * What a part must have (`use="required"` and `minOccurs="1"` of BPMN20.xsd), which moddle's tables do not tell. Left out is
 * what has a rule of its own (ends of sequence flows, hosts of boundary events), sets of data, which a specification without
 * data lacks in many models, and the target namespace, which small models do without.
 */
const required: Record<string, string[]> = {
  Import: ['namespace', 'location', 'importType'],
  Interface: ['name', 'operations'],
  Operation: ['name', 'inMessageRef'],
  MessageFlow: ['sourceRef', 'targetRef'],
  Association: ['sourceRef', 'targetRef'],
  ConversationLink: ['sourceRef', 'targetRef'],
  ParticipantAssociation: ['innerParticipantRef', 'outerParticipantRef'],
  DataAssociation: ['targetRef'],
  Assignment: ['from', 'to'],
  InputOutputBinding: ['operationRef', 'inputDataRef', 'outputDataRef'],
  LinkEventDefinition: ['name'],
  ComplexBehaviorDefinition: ['condition'],
  ResourceParameterBinding: ['parameterRef', 'expression'],
  CorrelationProperty: ['correlationPropertyRetrievalExpression'],
  CorrelationPropertyRetrievalExpression: ['messageRef', 'messagePath'],
  CorrelationSubscription: ['correlationKeyRef'],
  CorrelationPropertyBinding: ['correlationPropertyRef', 'dataPath'],
};

/** Of these an element has one (`xsd:choice`). */
const exclusive: Record<string, [string, string]> = {
  ResourceRole: ['resourceRef', 'resourceAssignmentExpression'],
};

/** A copy: moddle rewrites its tables when it takes them in. */
const { types, enumerations: choices, uri } = structuredClone(bpmn);
const declared = new Map(types.map((type) => [type.name, type]));
const enumerations = new Map(
  choices.map(({ name, literalValues }) => [name, literalValues.map((literal) => literal.name)]),
);
const typesOfTags = new Map(
  types.map(({ name }) => [`bpmn:${name[0]?.toLowerCase()}${name.slice(1)}`, name]),
);

/** Linear in the length of the file. A file that is no XML breaches nothing here: it is refused as a whole. */
export function breachesOf(xml: string): Breach[] {
  const found: Breach[] = [];
  const open: Open[] = [];
  new Parser()
    .ns({ [uri]: 'bpmn' })
    .on('error', () => undefined)
    .on('warn', () => undefined)
    .on('openTag', (tag, attributes, decode) => {
      const parent = open.at(-1);
      const given = Object.entries(attributes()).map(([name, text]) => [name, decode(text)] as const);
      const id = given.find(([name]) => name === 'id')?.[1] ?? parent?.id ?? null;
      const type = typeOf(tag, parent);
      open.push({ id, type, present: new Set(given.map(([name]) => name)) });
      const place = parent?.type ? propertyFor(parent.type, tag) : undefined;
      if (parent && place) {
        if (!place.isMany && parent.present.has(place.name))
          found.push({ kind: 'repeated', element: parent.id, name: place.name });
        parent.present.add(place.name);
      }
      if (type === null) return;
      for (const [name, value] of given) {
        const expected = expectationOf(type, name, value.trim());
        if (expected !== null) found.push({ kind: 'value', element: id, name, value, expected });
      }
    })
    .on('closeTag', () => {
      const closed = open.pop();
      if (closed) found.push(...incomplete(closed));
    })
    .parse(xml);
  return found;
}

/** What a part lacks, or has too much of, once all of it was seen. */
function incomplete({ id, type, present }: Open): Breach[] {
  if (type === null) return [];
  return ancestorsOf(type).flatMap((ancestor): Breach[] => {
    const missing = (required[ancestor] ?? []).filter((name) => !present.has(name));
    const [name, other] = exclusive[ancestor] ?? [];
    return [
      ...missing.map((part) => ({
        kind: 'missing' as const,
        element: id,
        name: part,
        owner: type,
      })),
      ...(name !== undefined && other !== undefined && present.has(name) && present.has(other)
        ? [{ kind: 'exclusive' as const, element: id, name, other }]
        : []),
    ];
  });
}

/** A child is named by its type, or by the property of its parent that holds it; one that only refers to another has none. */
function typeOf(tag: string, parent: Open | undefined): string | null {
  if (!tag.startsWith('bpmn:')) return null;
  const named = typesOfTags.get(tag);
  if (named !== undefined) return named;
  const place = parent?.type ? propertyFor(parent.type, tag) : undefined;
  return place === undefined || place.isReference ? null : place.type;
}

const known = new Map<string, Property | undefined>();

/** The property of `type` that a child element fills, as moddle finds it: by its name, else by what it is. */
function propertyFor(type: string, tag: string): Property | undefined {
  const key = `${type} ${tag}`;
  if (known.has(key)) return known.get(key);
  const properties = propertiesOf(type).filter(({ isAttr }) => !isAttr);
  const kinds = ancestorsOf(typesOfTags.get(tag) ?? '');
  const property =
    properties.find(({ name }) => `bpmn:${name}` === tag) ??
    properties.find((candidate) => !candidate.isReference && kinds.includes(candidate.type));
  known.set(key, property);
  return property;
}

/** @returns what an attribute should be, null if it is that */
function expectationOf(type: string, name: string, value: string): string | null {
  const property = propertiesOf(type).find((candidate) => candidate.isAttr && candidate.name === name);
  if (!property) return null;
  const literals = enumerations.get(property.type);
  if (literals) return literals.includes(value) ? null : literals.join(' | ');
  if (property.type === 'Boolean') return /^(true|false)$/.test(value) ? null : 'true | false';
  if (property.type === 'Integer') return /^[+-]?\d+$/.test(value) ? null : '0 | 1 | 2 | ...';
  return null;
}

const inherited = new Map<string, Property[]>();

function propertiesOf(type: string): Property[] {
  const before = inherited.get(type);
  if (before) return before;
  const own = ancestorsOf(type).flatMap((name) => (declared.get(name)?.properties ?? []) as Property[]);
  inherited.set(type, own);
  return own;
}

/** The type and everything it is a kind of. */
function ancestorsOf(type: string): string[] {
  const { superClass = [] } = declared.get(type) ?? {};
  return [type, ...superClass.flatMap(ancestorsOf)];
}
