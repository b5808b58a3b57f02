import { crc32, inflateRawSync } from 'node:zlib';
import { ApiError } from '../errors.ts';

export interface ZipEntry {
  name: string;
  content: Buffer;
}

export interface UnpackLimits {
  maxEntries: number;
  /** Of all wanted entries together, unpacked. */
  maxBytes: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const endLength = 22;
const localLength = 30;
const directoryLength = 46;
const maxCommentLength = 65_535;
const stored = 0;
const deflated = 8;

/** Names in a zip archive's directory; undefined where the bytes are no zip archive. */
export function zipNames(archive: Buffer): string[] | undefined {
  return readDirectory(archive)?.map(({ name }) => name);
}

/**
 * Unpacks the wanted entries, never producing more than the limits allow, whatever the archive claims of itself.
 * Undefined where the bytes are no zip archive.
 * @throws ApiError file_expands_too_much
 */
export function unpackZip(
  archive: Buffer,
  wanted: (name: string) => boolean,
  limits: UnpackLimits,
): ZipEntry[] | undefined {
  const directory = readDirectory(archive);
  if (!directory) return undefined;
  if (directory.length > limits.maxEntries) throw new ApiError('file_expands_too_much');
  let left = limits.maxBytes;
  const entries: ZipEntry[] = [];
  for (const { name, method, offset, packedSize } of directory.filter((entry) => wanted(entry.name))) {
    const packed = packedBytes(archive, offset, packedSize);
    if (!packed || (method !== stored && method !== deflated)) return undefined;
    if (method === stored && packed.length > left) throw new ApiError('file_expands_too_much');
    const content = method === stored ? packed : inflate(packed, left);
    if (!content) return undefined;
    left -= content.length;
    entries.push({ name, content });
  }
  return entries;
}

/** Packs entries without compression, for readers that want an archive. */
export function packZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const encoded = Buffer.from(name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2); // the name is UTF-8
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(encoded.length, 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    directory.push(signature(directoryEntry), Buffer.from([20, 0]), facts, where, encoded);
    const local = Buffer.concat([signature(localEntry), facts, encoded, content]);
    locals.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(endLength);
  end.writeUInt32LE(endOfDirectory, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listing, end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

interface DirectoryEntry {
  name: string;
  method: number;
  packedSize: number;
  offset: number;
}

function readDirectory(archive: Buffer): DirectoryEntry[] | undefined {
  const end = findEnd(archive);
  if (end === undefined) return undefined;
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const entries: DirectoryEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + directoryLength > end || archive.readUInt32LE(at) !== directoryEntry) return undefined;
    const nameLength = archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString('utf8', at + directoryLength, at + directoryLength + nameLength),
      method: archive.readUInt16LE(at + 10),
      packedSize: archive.readUInt32LE(at + 20),
      offset: archive.readUInt32LE(at + 42),
    });
    at += directoryLength + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record is last, but for a comment. */
function findEnd(archive: Buffer): number | undefined {
  const first = Math.max(0, archive.length - endLength - maxCommentLength);
  for (let at = archive.length - endLength; at >= first; at--) {
    if (archive.readUInt32LE(at) === endOfDirectory) return at;
  }
  return undefined;
}

function packedBytes(archive: Buffer, offset: number, size: number): Buffer | undefined {
  if (offset + localLength > archive.length || archive.readUInt32LE(offset) !== localEntry) return undefined;
  const start = offset + localLength + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  return start + size <= archive.length ? archive.subarray(start, start + size) : undefined;
}

function inflate(packed: Buffer, maxBytes: number): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      throw new ApiError('file_expands_too_much');
    }
    return undefined;
  }
}
