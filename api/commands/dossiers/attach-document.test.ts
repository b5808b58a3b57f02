import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documents, dossiers } from '../../../db/schema/index.ts';
import {
  clerk,
  draftDossier,
  type Refusable,
  referTo,
  submittedDossier,
} from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { DocumentInfo } from '../../contract/documents.ts';
import { packZip } from '../../files/unpack-zip.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const pdf = '%PDF-1.7\nbáo cáo';
interface Attach {
  login?: string;
  name?: string;
  content?: string | Uint8Array;
  kind?: string;
}
const attach = async (
  dossierId: string,
  { login = clerk, name = 'a.pdf', content = pdf, kind = 'other' }: Attach = {},
) =>
  (await world.as(login)).upload<Refusable<DocumentInfo>>(
    `/api/dossiers/${dossierId}/documents`,
    { name, content },
    { kind },
  );
const stored = (dossierId: string) =>
  world.db.select().from(documents).where(eq(documents.subjectId, dossierId));

test('a document comes back byte by byte, under its Vietnamese name', async () => {
  const { id } = await draftDossier(world);
  const reply = await attach(id, { name: 'Báo cáo thành tích "2026".pdf', kind: 'achievement_report' });
  expect(reply.status).toBe(201);
  expect(reply.body).toMatchObject({
    kind: 'achievement_report',
    mediaType: 'application/pdf',
    size: Buffer.byteLength(pdf),
  });
  const client = await world.as(clerk);
  const path = `/api/documents/${reply.body.id}/content`;
  expect((await client.download(path)).toString('utf8')).toBe(pdf);
  const { headers } = await client.get(path);
  expect(headers.get('content-disposition')).toBe(
    `inline; filename="Bao cao thanh tich _2026_.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20th%C3%A0nh%20t%C3%ADch%20%222026%22.pdf`,
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(await auditOf(world, id)).toContain('document.attach');
});

test.each([
  ['a PDF', '%PDF-1.4', 'application/pdf'],
  ['a PNG', Buffer.from('89504e470d0a1a0a00', 'hex'), 'image/png'],
  ['a JPEG', Buffer.from('ffd8ffe000', 'hex'), 'image/jpeg'],
  [
    'a Word file',
    packZip([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    'an Excel file',
    packZip([{ name: 'xl/workbook.xml', content: Buffer.from('<x/>') }]),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
])('%s is known by its content, whatever its name', async (_, content, mediaType) => {
  const { id } = await draftDossier(world);
  expect((await attach(id, { content, name: 'x.exe' })).body).toMatchObject({ mediaType });
});

test.each([
  ['nothing', '', 422, 'file_empty'],
  ['a page called .pdf', '<html><script>alert(1)</script>', 422, 'file_type_not_allowed'],
  [
    'a drawing with a script',
    '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    422,
    'file_type_not_allowed',
  ],
  [
    'an archive of something else',
    packZip([{ name: 'a.txt', content: Buffer.from('x') }]),
    422,
    'file_type_not_allowed',
  ],
  ['twenty-one megabytes', Buffer.alloc(21 * 1024 * 1024), 413, 'file_too_large'],
])('%s is refused', async (_, content, status, code) => {
  const { id } = await draftDossier(world);
  const reply = await attach(id, { content });
  expect([reply.status, reply.body.code]).toEqual([status, code]);
  expect(await stored(id)).toHaveLength(0);
});

test('a kind that does not exist is refused', async () => {
  const { id } = await draftDossier(world);
  expect((await attach(id, { kind: 'decision' })).body).toMatchObject({
    code: 'invalid_request',
    errors: [{ path: 'kind', code: 'not_a_choice' }],
  });
});

test('a name keeps no folders', async () => {
  const { id } = await draftDossier(world);
  expect((await attach(id, { name: '../../etc/passwd.pdf' })).body.fileName).toBe('passwd.pdf');
});

test('the clerk attaches to a draft or a returned dossier, the council’s secretary while it is under way', async () => {
  const { dossierId, instanceId } = await submittedDossier(world);
  expect((await attach(dossierId)).body.code).toBe('dossier_closed_to_documents');
  expect((await attach(dossierId, { login: 'tkth.02' })).body.code).toBe('dossier_not_found');
  await referTo(world, { dossierId, instanceId });
  expect((await attach(dossierId, { login: 'tkth.02' })).status).toBe(201);
  expect((await attach(dossierId, { login: 'tkth.05' })).body.code).toBe('forbidden');
  await world.db.update(dossiers).set({ status: 'returned' }).where(eq(dossiers.id, dossierId));
  expect((await attach(dossierId)).status).toBe(201);
});
