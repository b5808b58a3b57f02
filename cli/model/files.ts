import { accessSync, constants, createReadStream, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';

/** Wrong arguments or input that cannot be read: the command ends with code 2 and this sentence. */
export class UsageError extends Error {}

/** Largest model read; a BPMN file of this size has tens of thousands of elements. */
const fileLimit = 20 * 1024 * 1024;

/** Reads model files as one deployment, by their names. Throws a UsageError if one cannot be read. */
export function readFiles(paths: string[]): Record<string, string> {
  if (paths.length === 0) throw new UsageError('Name at least one .bpmn or .dmn file.');
  const files: Record<string, string> = {};
  for (const path of paths) {
    // Two files of the same name in different folders are told apart by their path.
    const name = Object.hasOwn(files, basename(path)) ? path : basename(path);
    files[name] = readText(path);
  }
  return files;
}

export function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UsageError(`Cannot read ${path}: ${reasonOf(error)}.`);
  }
  if (bytes.length === 0) throw new UsageError(`${path} is empty.`);
  if (bytes.length > fileLimit) throw new UsageError(`${path} is larger than ${fileLimit / 1024 / 1024} MB.`);
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function reasonOf(error: unknown): string {
  const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
  return (
    { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' }[code] ?? code
  );
}

/** XML says its encoding in its first line; UTF-16 shows by its byte order mark, or by how that line begins. */
function encodingOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(
    bytes.subarray(0, 200).toString('latin1'),
  )?.[1];
  try {
    return declared === undefined ? 'utf-8' : new TextDecoder(declared).encoding;
  } catch {
    throw new UsageError(`The encoding ${declared} is not known.`);
  }
}

/** Parses JSON given on the command line or in a file. Throws a UsageError that says where it is from. */
export function parseJson(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${from} is no JSON: ${(error as Error).message}.`);
  }
}

/** The lines of a batch that are not empty; `-` reads standard input. Throws a UsageError if the file cannot be read. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  if (path !== '-') {
    try {
      accessSync(path, constants.R_OK);
    } catch (error) {
      throw new UsageError(`Cannot read ${path}: ${reasonOf(error)}.`);
    }
    if (statSync(path).isDirectory()) throw new UsageError(`Cannot read ${path}: it is a folder.`);
  }
  const input = path === '-' ? process.stdin : createReadStream(path);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') yield line;
  }
}
