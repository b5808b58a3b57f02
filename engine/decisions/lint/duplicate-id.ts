import { error, type Fault } from '../problems.ts';
import type { XmlElement } from '../read/xml.ts';
import { perFile } from './rule.ts';

/** An id is unique in its file (XML), as references find elements by it. */
export const duplicateId = perFile(({ root }) => {
  const times = new Map<string, number>();
  const visit = ({ attributes: { id }, children }: XmlElement): void => {
    if (id !== undefined) times.set(id, (times.get(id) ?? 0) + 1);
    children.forEach(visit);
  };
  visit(root);
  return [...times].flatMap(([id, count]): [string, Fault][] =>
    count === 1
      ? []
      : [
          [
            id,
            error('duplicate_id', {
              vi: `Mã "${id}" bị trùng: ${count} phần tử dùng mã này.`,
              en: `The id "${id}" is used by ${count} elements.`,
            }),
          ],
        ],
  );
});
