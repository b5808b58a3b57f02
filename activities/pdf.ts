import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import { prepareChromium } from './chromium.ts';

/** A page of a state paper is small; anything slower is stuck. In milliseconds. */
const renderTimeout = 60_000;

let browser: Promise<Browser> | undefined;
/** An empty page kept ready: opening one takes longer than printing it. */
let spare: Promise<Page> | undefined;

/**
 * Prints an HTML page to PDF. The page sets its own paper size and margins (`@page`); scripts do not run, and nothing is
 * loaded but `data:` addresses; the font is Tinos. One Chromium serves the process, started with the first call and again after a crash;
 * each call has a browser context of its own.
 * @throws when Chromium cannot be started or the page cannot be printed
 */
export async function renderPdf(html: string): Promise<Buffer> {
  try {
    return await print(await openBrowser(), html);
  } catch (error) {
    if (await isAlive()) throw error;
    // Chromium died under the page: once more with a new one.
    return print(await openBrowser(), html);
  }
}

/** Ends Chromium if it runs. The next `renderPdf` starts it again. */
export async function closePdf(): Promise<void> {
  const running = browser;
  browser = undefined;
  spare = undefined;
  await (await running)?.close();
}

async function print(chromium: Browser, html: string): Promise<Buffer> {
  const ready = spare ?? openPage(chromium);
  spare = undefined;
  const page = await ready;
  try {
    await page.setContent(html, { waitUntil: 'load' });
    return Buffer.from(
      await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        timeout: renderTimeout,
      }),
    );
  } finally {
    page
      .browserContext()
      .close()
      .catch(() => undefined);
    keepSpare(chromium);
  }
}

/** A page in a browser context of its own, which shares nothing with the others. */
async function openPage(chromium: Browser): Promise<Page> {
  const context = await chromium.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(renderTimeout);
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', onlyData);
  return page;
}

function keepSpare(chromium: Browser): void {
  if (spare !== undefined || !chromium.connected) return;
  const opened = openPage(chromium);
  spare = opened;
  opened.catch(() => {
    if (spare === opened) spare = undefined;
  });
}

function onlyData(request: HTTPRequest): void {
  const handled =
    request.url().startsWith('data:') || request.url() === 'about:blank'
      ? request.continue()
      : request.abort();
  // The page may be gone by now; then there is nothing to answer.
  handled.catch(() => undefined);
}

function openBrowser(): Promise<Browser> {
  browser ??= launch().catch((error: unknown) => {
    browser = undefined;
    throw error;
  });
  return browser;
}

async function launch(): Promise<Browser> {
  const launched = await puppeteer.launch({
    ...(await prepareChromium()),
    headless: 'shell',
    // Over a pipe, Chromium ends with this process, also when it is killed.
    pipe: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      // The pages are our own, without scripts or network; containers and root have no sandbox to offer.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-extensions',
      // A page may ask for a connection without a request; no name leads anywhere, no number either.
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--font-render-hinting=none',
    ],
  });
  launched.once('disconnected', () => {
    browser = undefined;
    spare = undefined;
  });
  return launched;
}

async function isAlive(): Promise<boolean> {
  return (await browser)?.connected ?? false;
}
