import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { environmentVariables, projectDir, readServiceEnvironment } from '../../cli/environment.ts';
import {
  composeFile,
  mountedFiles,
  readCompose,
  readServices,
  variablesOf,
} from '../../scripts/compose-file.ts';

const text = (path: string) => readFileSync(join(projectDir, path), 'utf8');
/** The least an operator has to set. */
const secrets = {
  POSTGRES_PASSWORD: 'p'.repeat(48),
  SESSION_SECRET: 's'.repeat(48),
  BALLOT_SECRET: 'b'.repeat(48),
};

describe('docker-compose.yml', () => {
  test('is valid by the schema of the Compose Specification', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(text('test/fixtures/compose-spec.json')));
    validate(readCompose());
    expect(validate.errors ?? []).toEqual([]);
  });

  test.each(['POSTGRES_PASSWORD', 'SESSION_SECRET', 'BALLOT_SECRET'])('is refused without %s', (name) => {
    expect(() => readServices({ ...secrets, [name]: '' })).toThrow(`${name} is not set`);
  });

  test.each(['api', 'worker', 'migrate'])('gives %s an environment the programs accept', (service) => {
    const { environment } = readServices(secrets)[service] ?? {};
    expect(Object.keys(environment ?? {}).filter((name) => !environmentVariables.includes(name))).toEqual([]);
    expect(readServiceEnvironment(environment ?? {})).toMatchObject({
      databaseUrl: `postgres://vinhdanh:${secrets.POSTGRES_PASSWORD}@postgres:5432/vinhdanh`,
      temporalAddress: 'temporal:7233',
      smtpUrl: 'smtp://mail:1025',
    });
  });

  test('lets api and worker run in any number: no fixed name, no port of the host', () => {
    const { services } = readCompose() as { services: Record<string, object> };
    for (const name of ['api', 'worker']) {
      expect(services[name]).not.toHaveProperty('container_name');
      expect(services[name]).not.toHaveProperty('ports');
    }
  });

  test('starts programs that exist', () => {
    const programs = Object.values(readServices(secrets)).flatMap(({ command }) => command ?? []);
    const files = programs.filter((word) => word.startsWith('cli/'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(text(file)).toContain('runMain');
  });

  test('mounts files that exist', () => {
    const files = Object.values(readServices(secrets)).flatMap((service) =>
      Object.values(mountedFiles(service)),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(file)).toBe(true);
  });

  test('asks for no variable that .env.example leaves out, and the other way round', () => {
    const offered = [...text('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(offered.sort()).toEqual(variablesOf(readFileSync(composeFile, 'utf8')).sort());
  });
});

test('docs/operations.md explains every variable the programs and the compose file read', () => {
  const explained = [...text('docs/operations.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
  const read = new Set([...environmentVariables, ...variablesOf(readFileSync(composeFile, 'utf8'))]);
  expect([...new Set(explained)].sort()).toEqual([...read].sort());
});
