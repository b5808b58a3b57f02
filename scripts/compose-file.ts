import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectDir } from '../cli/environment.ts';

/** What is read of a service of docker-compose.yml, variables filled in. */
export type Service = z.output<typeof serviceShape>;

const serviceShape = z.object({
  image: z.string().optional(),
  command: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  volumes: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
});
const fileShape = z.object({ services: z.record(z.string(), serviceShape) });

export const composeFile = join(projectDir, 'docker-compose.yml');

/** The file as YAML means it: merge keys (`<<`) applied, variables left as they are written. */
export function readCompose(): unknown {
  return parse(readFileSync(composeFile, 'utf8'), { merge: true });
}

/**
 * The services with the variables filled in as `docker compose` does.
 * @param env what .env would hold.
 * @throws when a variable that must be set is not.
 */
export function readServices(env: Record<string, string>): Record<string, Service> {
  return fileShape.parse(interpolate(readCompose(), env)).services;
}

/** The files of the project that a service sees under other paths (bind mounts): path in the container to path here. */
export function mountedFiles({ volumes }: Service): Record<string, string> {
  const mounts = volumes
    .map((volume) => volume.split(':'))
    .filter(([source = '']) => source.startsWith('./'));
  return Object.fromEntries(mounts.map(([source = '', target = '']) => [target, join(projectDir, source)]));
}

/** The variables that the text of a compose file asks for, by name. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(variable)].flatMap(({ groups }) => groups?.name ?? []))];
}

/** `$$` is a dollar; `${NAME}`, `${NAME:-default}` and `${NAME:?message}` are variables (Compose file, interpolation). */
const variable = /\$\$|\$\{(?<name>\w+)(?::(?<kind>[-?])(?<rest>[^}]*))?\}/g;

function interpolate(value: unknown, env: Record<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => interpolate(item, env));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, interpolate(item, env)]));
  }
  if (typeof value !== 'string') return value;
  return value.replaceAll(variable, (whole, name: string | undefined, kind?: string, rest?: string) => {
    if (whole === '$$' || name === undefined) return '$';
    const given = env[name] ?? '';
    if (given !== '') return given;
    if (kind === '?') throw new Error(`${name} is not set: ${rest}`);
    return rest ?? '';
  });
}
