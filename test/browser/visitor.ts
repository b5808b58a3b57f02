import { setTimeout } from 'node:timers/promises';
import { type Browser, type ElementHandle, launch, type Page } from 'puppeteer-core';
import { prepareChromium } from '../../activities/chromium.ts';
import { demoPassword } from '../../db/seed/accounts.ts';

/** Starts the Chromium that prints the papers, here with the fonts of the machine. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath } = await prepareChromium();
  return launch({
    executablePath,
    headless: 'shell',
    args: ['--no-sandbox', '--disable-gpu', '--lang=vi-VN'],
  });
}

export const desk = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844, isMobile: true, hasTouch: true };

/** How long a page may take to show what is expected; dossiers move through Temporal meanwhile. */
const patience = 20_000;

/** Errors on the browser's console that are none of the page's. */
const innocent = [
  // The browser itself reports answers of 4xx; those that a test provokes are part of it.
  'Failed to load resource',
  // antd's date picker, in development builds, measures its popup before that is in the page.
  'should in same shadow root',
];

/** One person before a browser window of their own, who sees, fills and presses things by their names. */
export class Visitor {
  readonly page: Page;
  readonly #baseUrl: string;
  /** What the browser complained of: script errors, warnings of React, broken security policy. */
  readonly #complaints: string[] = [];

  private constructor(page: Page, baseUrl: string) {
    this.page = page;
    this.#baseUrl = baseUrl;
    page.setDefaultTimeout(patience);
    page.on('pageerror', (error) => this.#complaints.push(String(error)));
    page.on('console', (message) => {
      const words = message.text();
      if (message.type() === 'error' && !innocent.some((known) => words.includes(known))) {
        this.#complaints.push(words);
      }
    });
  }

  static async arrive(browser: Browser, baseUrl: string, window = desk): Promise<Visitor> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport(window);
    // Nothing slides or fades, so that what is pressed stands where it was seen.
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    return new Visitor(page, baseUrl);
  }

  /** A second window on what this one shows, with the same login. */
  async secondWindow(): Promise<Visitor> {
    const page = await this.page.browserContext().newPage();
    const second = new Visitor(page, this.#baseUrl);
    await page.goto(this.page.url());
    return second;
  }

  /**
   * Leaves, with everything this visitor's browser remembers.
   * @throws when the browser complained of something, or the page that is left has to be pushed sideways
   */
  async leave(): Promise<void> {
    await this.fits();
    if (this.#complaints.length > 0)
      throw new Error(`the browser complained:\n${this.#complaints.join('\n')}`);
    await this.page.browserContext().close();
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.#baseUrl + path);
  }

  path(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  /** Brings a login along, `name=value`, as a browser that was logged in before. */
  async accept(cookie: string): Promise<void> {
    const [name = '', value = ''] = cookie.split('=');
    const { hostname: domain } = new URL(this.#baseUrl);
    await this.page.browserContext().setCookie({ name, value, domain, path: '/', httpOnly: true });
  }

  /** Fills the login that is on the page, and waits until it is behind us. */
  async logIn(login: string): Promise<void> {
    await this.fill('Tên đăng nhập', login);
    await this.fill('Mật khẩu', demoPassword);
    await this.press('Đăng nhập');
    await this.page.waitForFunction(() => window.location.pathname !== '/login');
  }

  /** Waits until the words are on the page. @throws with what the page shows instead */
  async sees(words: string): Promise<void> {
    const deadline = Date.now() + patience;
    while (!(await this.text()).includes(words)) {
      if (Date.now() > deadline) {
        throw new Error(`"${words}" did not come onto ${this.path()}, which shows:\n${await this.text()}`);
      }
      await setTimeout(50);
    }
  }

  /** The words on the page as a person sees them, hidden ones left out. */
  async text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: textContent would also give what is hidden
    return (await this.page.evaluate(() => document.body.innerText)).normalize('NFC');
  }

  /** Clicks the thing of that role and accessible name, once it stands still. @throws with what the page shows */
  async #click(role: 'button' | 'link' | 'tab', name: string): Promise<void> {
    const selector = `::-p-aria([name="${name}"][role="${role}"])`;
    try {
      await this.page.locator(selector).click();
    } catch (error) {
      throw new Error(`the ${role} "${name}" cannot be clicked on ${this.path()}:\n${await this.text()}`, {
        cause: error,
      });
    }
  }

  press(button: string): Promise<void> {
    return this.#click('button', button);
  }

  follow(link: string): Promise<void> {
    return this.#click('link', link);
  }

  turnTo(tab: string): Promise<void> {
    return this.#click('tab', tab);
  }

  /** Ticks a radio button or checkbox by its words. */
  tick(words: string): Promise<void> {
    return this.page.locator(`label ::-p-text(${words})`).click();
  }

  /** The visible field of a label. */
  async #field(label: string): Promise<ElementHandle<HTMLElement>> {
    const field = await this.page.waitForFunction(
      (text) => {
        const labels = [...document.querySelectorAll('label')].filter(
          (candidate) => candidate.textContent?.trim() === text && candidate.offsetParent !== null,
        );
        return labels.at(-1)?.control ?? null;
      },
      {},
      label,
    );
    return field as ElementHandle<HTMLElement>;
  }

  async fill(label: string, text: string): Promise<void> {
    const field = await this.#field(label);
    await field.click({ count: 3 });
    await field.type(text);
  }

  /** Chooses an option of a list, found by typing. */
  async choose(label: string, option: string): Promise<void> {
    const field = await this.#field(label);
    await field.click();
    await field.type(option);
    await this.page.locator(`.ant-select-item-option ::-p-text(${option})`).click();
  }

  /** Presses the button of the open dialog that does what it is about. */
  async agree(): Promise<void> {
    await this.page
      .locator(':is(.ant-modal-footer, .ant-modal-confirm-btns) .ant-btn-primary:not([disabled])')
      .click();
  }

  /** Closes the dialog by its key, and waits until it no longer lies over the page. */
  async closeDialog(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.waitForFunction(() =>
      [...document.querySelectorAll('.ant-modal-wrap')].every(
        (dialog) => dialog.getClientRects().length === 0,
      ),
    );
  }

  /** Gives a file to the last file field on the page. */
  async give(file: string): Promise<void> {
    await this.page.waitForSelector('input[type=file]');
    const inputs = await this.page.$$('input[type=file]');
    await (inputs.at(-1) as ElementHandle<HTMLInputElement>).uploadFile(file);
  }

  /** @throws when something on the page has to be pushed sideways to be seen */
  async fits(): Promise<void> {
    const overflow = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) throw new Error(`${this.path()} is ${overflow} px wider than the window`);
  }
}
