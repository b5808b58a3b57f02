import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SessionDetail, SessionMeter } from '../../api/contract/index.ts';

/**
 * Keeps an open session's votes up to date while its page is looked at: the server sends what changes (server-sent
 * events; the browser connects again by itself). Where the agenda or the voters changed, the session is read anew.
 */
export function useSessionMeter(id: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource(`/api/sessions/${id}/meter`);
    source.onmessage = ({ data }) => {
      const meter = JSON.parse(data as string) as SessionMeter;
      const key = ['council-session', id];
      const session = client.getQueryData<SessionDetail>(key);
      if (!session) return;
      if (session.status !== meter.status || session.revision !== meter.revision) {
        void client.invalidateQueries({ queryKey: key });
        return;
      }
      client.setQueryData(key, withMeter(session, meter));
    };
    return () => source.close();
  }, [id, client]);
}

/** The session with the votes of the items that the meter names. */
function withMeter(session: SessionDetail, meter: SessionMeter): SessionDetail {
  const votes = new Map(meter.items.map(({ id, ...running }) => [id, running]));
  return {
    ...session,
    attending: meter.present,
    items: session.items.map((item) => {
      const running = votes.get(item.id);
      return running ? { ...item, running, total: running.total, needed: running.needed } : item;
    }),
  };
}
