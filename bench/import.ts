import writeXlsxFile from 'write-excel-file/node';
import type { ImportResult } from '../api/contract/nominations.ts';
import { expectOk } from '../cli/demo/journey.ts';
import { clerk, draftDossier } from '../test/api/fixtures.ts';
import { startApiWorld } from '../test/api/world.ts';
import { median, percentile, startDatabase } from './servers.ts';

const rows = 1125;
const times = 9;

/** An .xlsx of 1,125 nominees from the request to the answer, over HTTP with login and audit: milliseconds. */
async function importNominees() {
  const servers = await startDatabase();
  const world = await startApiWorld();
  try {
    const heading = ['Họ và tên', 'Chức vụ', 'Đơn vị', 'Mã số', 'Thành tích'];
    const row = (n: number) => [
      `Nguyễn Văn Minh Họa ${n}`,
      'Nguyên chuyên viên',
      'Cục Thống kê',
      '',
      `${n} năm`,
    ];
    const sheet = [heading, ...Array.from({ length: rows }, (_, n) => row(n + 1))];
    const cells = sheet.map((line) => line.map((value) => ({ value, type: String })));
    const content = await writeXlsxFile(cells).toBuffer();
    const client = await world.as(clerk);
    const taken: number[] = [];
    for (let n = 0; n < times; n++) {
      const { id } = await draftDossier(world, { awardCode: 'KNC', nominees: [] });
      const from = performance.now();
      const reply = await client.upload<ImportResult>(`/api/dossiers/${id}/nominations/import`, {
        name: 'danh-sach.xlsx',
        content,
      });
      taken.push(performance.now() - from);
      expectOk(reply);
    }
    return { rows, p50: median(taken), max: percentile(taken, 100) };
  } finally {
    await world.close();
    await servers.stop();
  }
}

console.log(JSON.stringify({ benchmark: 'import', ...(await importNominees()) }));
