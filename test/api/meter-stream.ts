import type { SessionMeter } from '../../api/contract/sessions.ts';
import type { ApiClient } from '../../cli/demo/api-client.ts';

/** A page that watches a session: what it shows, put together from the events as the pages do. */
export interface MeterStream {
  /** Resolves with the meter once it is as wanted. */
  until(wanted: (meter: SessionMeter) => boolean): Promise<SessionMeter>;
  /** Events received so far. */
  readonly events: number;
  close(): void;
}

/** Opens the live meter of a session as a logged-in client. */
export async function openMeter(client: ApiClient, sessionId: string): Promise<MeterStream> {
  const abort = new AbortController();
  const response = await fetch(`${client.baseUrl}/api/sessions/${sessionId}/meter`, {
    headers: { Cookie: client.cookie, Accept: 'text/event-stream' },
    signal: abort.signal,
  });
  if (!response.ok || !response.body) throw new Error(`the meter answered ${response.status}`);
  let shown: SessionMeter | undefined;
  let events = 0;
  const waiting = new Set<() => void>();
  const reading = (async () => {
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const event = text.slice(0, end);
        text = text.slice(end + 2);
        if (!event.startsWith('data: ')) continue;
        events += 1;
        const meter = JSON.parse(event.slice('data: '.length)) as SessionMeter;
        const items = new Map([...(shown?.items ?? []), ...meter.items].map((item) => [item.id, item]));
        shown = { ...meter, items: [...items.values()] };
        for (const look of waiting) look();
      }
    }
  })();
  reading.catch(() => {}); // ended by `close`, or by the server, for which a waiting test runs into its time limit
  return {
    get events() {
      return events;
    },
    until: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          if (!shown || !wanted(shown)) return;
          waiting.delete(look);
          resolve(shown);
        };
        waiting.add(look);
        look();
      }),
    close: () => abort.abort(),
  };
}
