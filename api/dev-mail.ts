import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import PostalMime from 'postal-mime';
import { ApiError } from './errors.ts';
import { escapeHtml } from './http/escape-html.ts';
import { acceptedLocale } from './http/locale.ts';
import { sendProblem } from './http/problem.ts';

const fileName = /^[A-Za-z0-9._-]+\.eml$/;
const maxListed = 200;

/** Pages of the development mail sink: what the system would have sent. Never part of a production installation. */
export function devMail(dir: string): RequestHandler {
  const router = Router();
  router.get('/', async (_request, response) => {
    const names = (await readdir(dir).catch(() => [])).filter((name) => fileName.test(name)).sort();
    const rows = await Promise.all(
      names
        .reverse()
        .slice(0, maxListed)
        .map((name) => rowOf(dir, name)),
    );
    response.type('html').send(page('Thư đã gửi · Sent mail', `<table>${rows.join('')}</table>`));
  });
  router.get('/:id', async (request, response) => {
    const name = `${request.params.id}.eml`;
    const raw = fileName.test(name) ? await readFile(join(dir, name)).catch(() => undefined) : undefined;
    if (!raw) return sendProblem(response, new ApiError('mail_not_found'), acceptedLocale(request.headers));
    const mail = await PostalMime.parse(raw);
    const to = (mail.to ?? []).map(({ address }) => address).join(', ');
    const head = `<p><a href="/dev/mail">←</a> ${escapeHtml(to)} · ${escapeHtml(mail.date ?? '')}</p>`;
    const content = mail.html
      ? `<iframe sandbox title="${escapeHtml(mail.subject ?? '')}" srcdoc="${escapeHtml(mail.html)}"></iframe>`
      : `<pre>${escapeHtml(mail.text ?? '')}</pre>`;
    response.type('html').send(page(mail.subject ?? '', head + content));
  });
  return router;
}

async function rowOf(dir: string, name: string): Promise<string> {
  const mail = await PostalMime.parse(await readFile(join(dir, name)));
  const to = (mail.to ?? []).map(({ address }) => address).join(', ');
  const link = `/dev/mail/${encodeURIComponent(name.slice(0, -'.eml'.length))}`;
  return `<tr><td>${escapeHtml(mail.date ?? '')}</td><td>${escapeHtml(to)}</td><td><a href="${link}">${escapeHtml(mail.subject ?? '(…)')}</a></td></tr>`;
}

const page = (title: string, content: string) => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>body { font: 15px/1.5 system-ui, sans-serif; margin: 1rem auto; max-width: 900px; padding: 0 1rem }
td { padding: .2em .8em .2em 0; vertical-align: top } iframe { border: 1px solid #ccc; height: 70vh; width: 100% }</style></head>
<body><h1>${escapeHtml(title)}</h1>${content}</body></html>`;
