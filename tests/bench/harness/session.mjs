/** One headless Chromium for the whole bench, with a fresh context for each cell; after a failure, a new Chromium. */
import { chromium } from 'playwright-core';
import { within } from './within.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
const START_MS = 30_000;
const CLOSE_MS = 10_000;

export class Session {
  #host;
  #browser;
  n_browsers = 0;

  /** Calls `work` with a page of a fresh context; what the page complained of is added to an error's message. */
  async withPage(work) {
    const browser = await this.#ensureBrowser();
    const complaints = [];
    try {
      const context = await within(browser.newContext(), START_MS, 'a fresh context');
      const page = await within(context.newPage(), START_MS, 'a page');
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      const result = await work(page);
      await within(context.close(), CLOSE_MS, 'closing the page');
      return result;
    } catch (error) {
      await this.close();
      throw new Error([firstLine(error), ...complaints].join(' | ').slice(0, 900), { cause: error });
    }
  }

  async version() {
    return (await this.#ensureBrowser()).version();
  }

  /** What WebGPU runs on here, in the browser's words; it needs a page of `origin`, because WebGPU wants a secure one. */
  describeAdapter(origin) {
    return this.withPage(async (page) => {
      await within(page.goto(`${origin}blank.html`), START_MS, 'an empty page');
      const ask = async () => {
        const info = (await navigator.gpu?.requestAdapter())?.info;
        return info ? [info.vendor, info.architecture, info.description].filter(Boolean).join(', ') : 'none';
      };
      return within(page.evaluate(ask), START_MS, 'the WebGPU adapter');
    });
  }

  /** Ends the Chromium that this session started, and no other. */
  async close() {
    const host = this.#host;
    this.#host = undefined;
    this.#browser = undefined;
    if (host) await within(host.close(), CLOSE_MS, 'closing').catch(() => host.kill());
  }

  async #ensureBrowser() {
    if (this.#browser?.isConnected()) return this.#browser;
    await this.close();
    this.#host = await chromium.launchServer({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ARGUMENTS,
      timeout: START_MS,
    });
    this.#browser = await within(chromium.connect(this.#host.wsEndpoint()), START_MS, 'the browser');
    this.n_browsers += 1;
    return this.#browser;
  }
}

/** What the page said, without the way it came. */
const firstLine = (error) => error.message.split('\n', 1)[0].replace(/^page\.evaluate: (?:Error: )?/, '');
