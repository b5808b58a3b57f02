import { children, text } from '../moddle.ts';
import { type Rule, warning } from './rule.ts';

/**
 * What a file imports from another BPMN file is there (BPMN 2.0.2, 8.2.1). Only told of: the other file may be deployed already,
 * and what is taken from it and needed to run is asked for by the rules of its place.
 */
export const missingImport: Rule = ({ files }) => {
  const given = new Set(Object.keys(files).map(nameOf));
  return Object.entries(files).flatMap(([file, { root }]) =>
    children(root, 'imports')
      .filter((part) => text(part, 'importType') === 'http://www.omg.org/spec/BPMN/20100524/MODEL')
      .flatMap((part) => text(part, 'location') ?? [])
      .filter((location) => !given.has(nameOf(location)))
      .map((location) => ({
        ...warning('import_not_found', {
          vi: `Tệp nhập "${location}" không có trong lần triển khai này.`,
          en: `The imported file "${location}" is not in this deployment.`,
        }),
        file,
        element: null,
      })),
  );
};

/** Files come with or without the folder they lie in. */
function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
