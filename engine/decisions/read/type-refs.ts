/**
 * Names of types as the rest of the engine knows them. DMN 1.1 and 1.2 write a type as a QName (`feel:number`, or the prefix
 * of the model's own namespace), later versions as a name; Camunda 7 and dmn-scala know some types by Java's names.
 */
import { children, type XmlElement } from './xml.ts';

const JAVA_TYPES: Record<string, string> = {
  integer: 'number',
  long: 'number',
  short: 'number',
  double: 'number',
  float: 'number',
  decimal: 'number',
  any: 'Any',
};

/** Rewrites the type references of a file in place: without prefixes, or with the name of the import they stand for. */
export function resolveTypeRefs(root: XmlElement): void {
  const own = new Set(children(root, 'itemDefinition').map(({ attributes }) => attributes.name));
  const imports = new Map(
    children(root, 'import').map(({ attributes }) => [attributes.namespace, attributes.name ?? '']),
  );
  const nameOf = (ref: string, namespaces: Record<string, string>): string => {
    const [, prefix, local] = /^([\w.-]+):(.+)$/.exec(ref) ?? [];
    if (prefix === undefined || local === undefined || own.has(ref)) return own.has(ref) ? ref : builtIn(ref);
    const namespace = namespaces[`xmlns:${prefix}`];
    const imported = imports.get(namespace);
    return imported === undefined || imported === '' ? builtIn(local) : `${imported}.${local}`;
  };
  const builtIn = (name: string) =>
    !own.has(name) && Object.hasOwn(JAVA_TYPES, name) ? (JAVA_TYPES[name] ?? name) : name;
  const visit = (element: XmlElement, outer: Record<string, string>): void => {
    const namespaces = { ...outer, ...declaredIn(element) };
    for (const key of ['typeRef', 'outputTypeRef']) {
      const ref = element.attributes[key];
      if (ref !== undefined) element.attributes[key] = nameOf(ref.trim(), namespaces);
    }
    if (element.name === 'typeRef') element.text = nameOf(element.text.trim(), namespaces);
    for (const part of element.children) visit(part, namespaces);
  };
  visit(root, {});
}

function declaredIn({ attributes }: XmlElement): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name.startsWith('xmlns:')));
}
