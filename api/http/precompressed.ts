import { existsSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { RequestHandler } from 'express';

/** Encodings that the build of the pages writes beside its files, the better one first. */
const encodings = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
] as const;

/**
 * Turns a request for a built file into one for its compressed copy, where there is one that the client takes. What
 * exists is found once: built files never change while they are served.
 */
export function precompressed(webDir: string): RequestHandler {
  const known = new Map<string, boolean>();
  const exists = (path: string) => {
    const answer = known.get(path) ?? existsSync(join(webDir, path));
    // Only names that are there are remembered: the others are without number.
    if (answer) known.set(path, answer);
    return answer;
  };
  return (request, response, next) => {
    if (!request.path.startsWith('/assets/') || request.path !== normalize(request.path)) return next();
    response.vary('Accept-Encoding');
    const chosen = encodings.find(
      ({ name, extension }) => request.acceptsEncodings(name) && exists(`${request.path}${extension}`),
    );
    if (chosen) {
      response.type(extname(request.path)).set('Content-Encoding', chosen.name);
      request.url = `${request.path}${chosen.extension}`;
    }
    next();
  };
}
