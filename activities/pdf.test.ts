import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { readPdf } from '../test/fixtures/pdf-text.ts';
import { closePdf, renderPdf } from './pdf.ts';

afterAll(closePdf);

const text = async (html: string) =>
  (await readPdf(await renderPdf(html))).flatMap(({ lines }) => lines).join('\n');

it('prints Vietnamese so that it can be searched and copied, in every face of the font', async () => {
  const sentence = 'Chiến sĩ thi đua toàn quốc; khoản mục, đề nghị, ưu tú, Nguyễn Thị Ngọc Huyền';
  const pdf = await renderPdf(
    ['<p>', '<p><b>', '<p><i>', '<p><b><i>'].map((tags) => `${tags}${sentence}`).join('</i></b>'),
  );
  const [page] = await readPdf(pdf);
  expect(page?.lines).toEqual(Array(4).fill(sentence));
});

it('takes paper size and margins from the page', async () => {
  const pages = await readPdf(await renderPdf('<style>@page { size: A4 landscape }</style><p>ngang'));
  expect(pages).toMatchObject([{ width: 297, height: 210 }]);
});

it('runs no script and asks no server', async () => {
  let asked = 0;
  const server = createServer((_, response) => response.end())
    .on('connection', () => {
      asked += 1;
    })
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  const there = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const printed = await text(
      `<p id="p">trước</p><script>document.getElementById('p').textContent = 'sau'</script>
       <img src="${there}/a.png"><link rel="stylesheet" href="${there}/a.css"><link rel="preconnect" href="${there}">
       <link rel="prefetch" href="${there}/b"><object data="${there}/c"></object><embed src="${there}/d">
       <style>@import url(${there}/e.css); @font-face { font-family: f; src: url(${there}/f.woff) }
         p { font-family: f; background: url(${there}/g.png) }</style>
       <svg><image href="${there}/h.png"/><use href="${there}/i.svg#a"/></svg>
       <form action="${there}/m"><input autofocus></form>
       <iframe src="${there}/n"></iframe><iframe srcdoc="<img src='${there}/o'>"></iframe>
       <iframe src="file://${import.meta.filename}"></iframe><object data="file://${import.meta.filename}"></object>
       <iframe src="view-source:file://${import.meta.filename}"></iframe><link rel="stylesheet" href="file://${import.meta.filename}">`,
    );
    expect(printed).toBe('trước');
    await renderPdf(`<meta http-equiv="refresh" content="0; url=${there}/p"><p>đi`);
    expect(asked).toBe(0);
  } finally {
    server.close();
  }
});

it('prints several pages at once, each its own', async () => {
  const names = ['một', 'hai', 'ba', 'bốn'];
  expect(await Promise.all(names.map((name) => text(`<p>${name}`)))).toEqual(names);
});

it('starts Chromium again after it ended', async () => {
  await closePdf();
  expect(await text('<p>lại')).toBe('lại');
});

it('prints again when Chromium dies under the page', async () => {
  const long = `<ul>${'<li>dòng</li>'.repeat(3_000)}</ul><p>hết`;
  const printing = text(long);
  await closePdf();
  expect((await printing).endsWith('hết')).toBe(true);
});

it('unpacks a whole Chromium when two processes start at once on a new machine', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'vinhdanh-unpack-'));
  const program = `
    import { execFileSync } from 'node:child_process';
    import { prepareChromium } from ${JSON.stringify(join(import.meta.dirname, 'chromium.ts'))};
    const { executablePath } = await prepareChromium();
    console.log(execFileSync(executablePath, ['--version']).toString().trim());`;
  const run = () =>
    promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
      env: { ...process.env, TMPDIR: dir },
    });
  try {
    const outputs = await Promise.all([run(), run()]);
    for (const { stdout } of outputs) expect(stdout).toMatch(/Chrom\S* \d+\./);
    const [own] = await readdir(dir);
    expect((await readdir(join(dir, String(own)))).filter((name) => name.endsWith('.part'))).toEqual([]);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});
