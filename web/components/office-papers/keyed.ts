/** A row of a list that is being written. */
export type Keyed<T> = T & { key: string };
/** Gives it a key by which React knows it again. */
export const keyed = <T extends object>(row: T): Keyed<T> => ({ ...row, key: crypto.randomUUID() });
/** What is sent of it. */
export function without<T extends object>({ key: _, ...row }: Keyed<T>): Omit<Keyed<T>, 'key'> {
  return row;
}
