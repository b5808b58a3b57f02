import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import type { AppDependencies } from './context.ts';
import { devMail } from './dev-mail.ts';
import { ApiError } from './errors.ts';
import { docsPage } from './http/docs-page.ts';
import { acceptedLocale } from './http/locale.ts';
import { loginSessions } from './http/login-session.ts';
import { LoginStore } from './http/login-store.ts';
import { frameworkErrors, mountEndpoints, refuseOtherMethods } from './http/mount.ts';
import { openApiDocument } from './http/openapi.ts';
import { precompressed } from './http/precompressed.ts';
import { sendProblem } from './http/problem.ts';
import { SessionMeters } from './live/session-meters.ts';
import { SessionNews } from './live/session-news.ts';
import { publicPages } from './pages/public-pages.ts';
import { allEndpoints } from './routes/index.ts';

export type { AppDependencies } from './context.ts';

/**
 * The HTTP side of Vinh Danh: the API under /api with its document and readable page, the public pages, the pages of `webDir`, and
 * in development the mails of `mailDir`.
 */
export function createApp(dependencies: AppDependencies): Express {
  const { db, log } = dependencies;
  const news = new SessionNews(db, log);
  const app = { ...dependencies, news, meters: new SessionMeters(db, news, log) };
  const endpoints = allEndpoints();
  const document = openApiDocument(endpoints);
  const documentation = docsPage(document);

  const server = express();
  server.disable('x-powered-by');
  // Behind a proxy of one's own network the address and protocol are those the proxy names.
  server.set('trust proxy', 'loopback, linklocal, uniquelocal');
  server.set('query parser', 'simple');
  server.use(securityHeaders());
  server.use(requestLog(app));
  server.get('/api/openapi.json', (_request, response) => void response.json(document));
  server.get('/api/docs', (_request, response) => void response.type('html').send(documentation));
  for (const path of ['/api/openapi.json', '/api/docs']) refuseOtherMethods(server, path, ['get']);
  server.use('/api', loginSessions(new LoginStore(db, app.now), app.sessionSecret));
  mountEndpoints(server, app, endpoints);
  server.use('/api', (request, response) => {
    sendProblem(response, new ApiError('not_found'), acceptedLocale(request.headers));
  });
  publicPages(server, app);
  if (app.mailDir) server.use('/dev/mail', devMail(app.mailDir));
  if (app.webDir) servePages(server, app.webDir);
  server.use((request, response) => {
    sendProblem(response, new ApiError('not_found'), acceptedLocale(request.headers));
  });
  server.use(frameworkErrors(app));
  return server;
}

/** antd and bpmn-js set styles from scripts, pdf.js decodes pictures with WebAssembly in a worker. */
function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'self'", 'blob:'],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // The pages also run on plain http inside a network; a proxy with TLS adds it.
    strictTransportSecurity: false,
  });
}

/** One line per request: method, path without its query, status, time. Nothing of bodies, cookies or who it was. */
function requestLog({ log }: AppDependencies) {
  return pinoHttp({
    logger: log,
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'debug'),
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, path: url.split('?')[0] }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  });
}

/** Built files keep their names for ever and come compressed as they were built; the page itself is asked for anew each time. Its routes are the browser's. */
function servePages(server: Express, webDir: string): void {
  const page = join(webDir, 'index.html');
  server.use(precompressed(webDir));
  server.use(
    express.static(webDir, {
      index: false,
      setHeaders: (response, path) =>
        response.set(
          'Cache-Control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    }),
  );
  server.get('/{*path}', (request, response, next) => {
    if (!request.accepts('html') || request.path.startsWith('/assets/') || !existsSync(page)) return next();
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
}
