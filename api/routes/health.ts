import { sql } from 'drizzle-orm';
import { health } from '../contract/administration.ts';
import { type Endpoint, publicEndpoint } from '../http/endpoint.ts';

/** Is the service fit for work? For load balancers and `npm start`. */
export const healthRoutes: Endpoint[] = [
  publicEndpoint({
    method: 'get',
    path: '/api/health',
    tag: 'Operations',
    summary: 'Health of the service; without Temporal people can act and dossiers move later',
    answers: { 200: health, 503: health },
    errors: [],
    async handle({ app }) {
      const [database, temporal] = await Promise.all([
        app.db.execute(sql`select 1`).then(yes, no),
        app.temporalReachable ? app.temporalReachable().catch(no) : true,
      ]);
      const status = !database ? 'down' : temporal ? 'ok' : 'degraded';
      return { status: database ? 200 : 503, body: { status, database, temporal } };
    },
  }),
];

const yes = () => true;
const no = () => false;
