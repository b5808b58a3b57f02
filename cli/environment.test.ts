import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  projectDir,
  readDatabaseUrl,
  readEnvironment,
  readServiceEnvironment,
  redactPassword,
} from './environment.ts';

describe('without any switch', () => {
  test('npm start serves port 8080 of this machine and brings its own servers', () => {
    expect(readEnvironment({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:8080',
      databaseUrl: null,
      temporalAddress: null,
      temporalNamespace: 'default',
      smtpUrl: null,
      mailFrom: 'Vinh Danh <vinhdanh@localhost>',
      mailDir: null,
      dataDir: join(projectDir, '.data'),
      sessionSecret: null,
      ballotSecrets: null,
      logLevel: 'info',
    });
  });

  test.each([
    [{}, 'DATABASE_URL is not set'],
    [{ DATABASE_URL: 'postgres://127.0.0.1/v' }, 'TEMPORAL_ADDRESS is not set'],
  ])('api and worker with %j say what is missing', (env, sentence) => {
    expect(() => readServiceEnvironment(env)).toThrow(sentence);
  });

  test('migrate says so too', () => {
    expect(() => readDatabaseUrl({})).toThrow(
      'DATABASE_URL is not set. Set it, such as DATABASE_URL=postgres://',
    );
  });
});

test('a variable set to nothing counts as absent', () => {
  expect(readEnvironment({ PORT: '', DATABASE_URL: '', LOG_LEVEL: '' })).toEqual(readEnvironment({}));
});

test('the address people use ends without a slash', () => {
  expect(readEnvironment({ PUBLIC_URL: 'https://khenthuong.example.vn/' }).publicUrl).toBe(
    'https://khenthuong.example.vn',
  );
});

test.each([
  [{ PORT: '9000' }, 'http://localhost:9000'],
  [{ HOST: '0.0.0.0' }, 'http://localhost:8080'],
  [{ HOST: '192.0.2.7' }, 'http://192.0.2.7:8080'],
  [{ HOST: '192.0.2.7', PUBLIC_URL: 'https://a.example.vn' }, 'https://a.example.vn'],
])('with %j people use %s', (env, publicUrl) => {
  expect(readEnvironment(env).publicUrl).toBe(publicUrl);
});

test.each([
  ['HOST', 'vinhdanh.example.vn', 'HOST must be an IPv4 address of this machine'],
  ['PORT', 'abc', 'PORT must be a whole number from 1 to 65535, but is "abc". Correct it, or leave it out.'],
  ['PORT', '0', 'PORT must be a whole number from 1 to 65535'],
  ['PORT', '65536', 'PORT must be a whole number from 1 to 65535'],
  ['PORT', '80.5', 'PORT must be a whole number from 1 to 65535'],
  ['DATABASE_URL', 'mysql://db/v', 'DATABASE_URL must be an address such as postgres://'],
  ['DATABASE_URL', 'localhost', 'DATABASE_URL must be an address such as postgres://'],
  ['TEMPORAL_ADDRESS', 'http://temporal:7233', 'TEMPORAL_ADDRESS must be host:port, such as 127.0.0.1:7233'],
  ['SMTP_URL', 'mail.example.vn', 'SMTP_URL must be an address such as smtp://'],
  ['PUBLIC_URL', 'khenthuong.example.vn', 'PUBLIC_URL must be an address such as https://'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, but is "loud"'],
])('%s=%s is refused', (name, value, sentence) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(sentence);
});

describe('secrets stay out of messages', () => {
  test('a short session secret is refused without repeating it', () => {
    expect(() => readEnvironment({ SESSION_SECRET: 'hunter2' })).toThrow(
      /^SESSION_SECRET must have at least 32 characters\. Correct it, or leave it out\.$/,
    );
  });

  test.each([
    ['postgres://u:secret@h:1/d', 'postgres://u:…@h:1/d'],
    ['postgres://u@h/d', 'postgres://u@h/d'],
    ['smtps://u:p%40ss@h', 'smtps://u:…@h'],
  ])('%s is shown as %s', (address, shown) => {
    expect(redactPassword(address)).toBe(shown);
  });
});
