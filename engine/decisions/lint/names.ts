import type { ItemDefinition } from '../model.ts';
import { error, type Fault, warning } from '../problems.ts';
import { variableIn } from '../read/definitions.ts';
import { nameOf } from '../read/expression.ts';
import type { XmlElement } from '../read/xml.ts';
import { perFile } from './rule.ts';

/** What a model is made of; expressions reach each by its name. */
const NAMED = ['inputData', 'decision', 'businessKnowledgeModel', 'decisionService', 'import'];

/**
 * Names tell elements apart: each has one of its own (DMN 1.5, 6.3.2), as have types and the parts of a type. What counts is the
 * name of the element's variable, by which expressions reach it; Camunda's models name the element otherwise. Elements of
 * one name still run, as references go by id, but an expression that needs two of them sees one.
 */
export const names = perFile(({ root, definitions }) => {
  const elements = root.children.filter(({ name }) => NAMED.includes(name));
  return [
    ...elements.flatMap(nameless),
    ...repeated(
      elements.map((element) => [element.attributes.id ?? null, variableIn(element).name]),
      warning,
    ),
    ...repeatedTypes(definitions.itemDefinitions),
  ];
});

function nameless(element: XmlElement): [string | null, Fault][] {
  // An import without a name brings its elements in under their own (DMN 1.5, 6.3.1).
  if (nameOf(element) !== '' || element.name === 'import') return [];
  return [
    [
      element.attributes.id ?? null,
      error('name_missing', {
        vi: 'Phần tử phải có tên để biểu thức gọi tới nó.',
        en: 'The element must have a name by which expressions reach it.',
      }),
    ],
  ];
}

function repeatedTypes(items: ItemDefinition[]): [string | null, Fault][] {
  return [
    ...repeated(items.map(({ name }) => [null, name])),
    ...items.flatMap(({ components }) => repeatedTypes(components)),
  ];
}

/** A fault for each name that came before. */
export function repeated(
  all: [string | null, string][],
  severity: typeof error = error,
): [string | null, Fault][] {
  const seen = new Set<string>();
  return all.flatMap(([place, name]): [string | null, Fault][] => {
    if (name === '' || !seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      [
        place,
        severity('duplicate_name', {
          vi: `Tên "${name}" đã được dùng; tên phải khác nhau.`,
          en: `The name "${name}" is taken already; names must differ.`,
        }),
      ],
    ];
  });
}
