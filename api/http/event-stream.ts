import type { Response } from 'express';

/** Proxies and browsers drop connections that stay silent. */
const keepAliveMs = 15_000;
/** Then the browser connects again, and who asks is checked again. */
const lifetimeMs = 30 * 60_000;

/** What a handler of server-sent events does with an open page: it sends, and gets to know when the page is gone. */
export type EventSource = (send: (data: unknown) => void) => () => void;

/** Sends server-sent events (text/event-stream, HTML standard 9.2) until the page closes or half an hour has passed. */
export function sendEvents(response: Response, open: EventSource): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // nginx would keep events back.
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const close = open((data) => void response.write(`data: ${JSON.stringify(data)}\n\n`));
  const keepAlive = setInterval(() => response.write(':\n\n'), keepAliveMs);
  const end = setTimeout(() => response.end(), lifetimeMs);
  response.once('close', () => {
    clearInterval(keepAlive);
    clearTimeout(end);
    close();
  });
}
