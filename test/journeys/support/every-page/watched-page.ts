import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const LOOK = readFileSync(join(__dirname, 'in-the-page.js'), 'utf8');
export const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 900 };
/** A folder to keep a picture of each page in, for looking at them. */
const PICTURES = process.env['SCREENSHOTS'];

/** A page in a browser that runs scripts, with everything its console complains about. */
export class WatchedPage {
  private complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly devtools: CDPSession,
    private readonly base: string,
  ) {
    page.on('console', (message) => {
      // A page that shows nothing has no icon either, and browsers ask for one all the same.
      const icon = message.location().url.endsWith('/favicon.ico');
      if (message.type() === 'error' && !icon) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async in(context: BrowserContext, base: string): Promise<WatchedPage> {
    const page = await context.newPage();
    return new WatchedPage(page, await context.newCDPSession(page), base);
  }

  /** Opens a page on a wide screen in everyday colours; answers its status and source. */
  async open(path: string): Promise<{ readonly status: number | undefined; readonly source: string }> {
    this.complaints = [];
    await this.page.setViewportSize(WIDE);
    await this.page.emulateMedia({ forcedColors: null, reducedMotion: null, media: null });
    const response = await this.page.goto(this.base + path);
    await this.beginToLook();
    return { status: response?.status(), source: (await response?.text()) ?? '' };
  }

  async beginToLook(): Promise<void> {
    await evaluate(this.devtools, LOOK);
  }

  ask<Answer>(call: string): Promise<Answer> {
    return evaluate<Answer>(this.devtools, `window.waymarkLook.${call}`);
  }

  /** Presses and lets go a key many times, without waiting for one to be over before the next. */
  async press(
    key: { readonly key: string; readonly windowsVirtualKeyCode: number },
    times: number,
  ): Promise<void> {
    const types = Array.from({ length: times }, () => ['rawKeyDown', 'keyUp'] as const).flat();
    await Promise.all(
      types.map((type) => this.devtools.send('Input.dispatchKeyEvent', { type, code: key.key, ...key })),
    );
  }

  /** What is wrong with the shape of the page, whatever the width. */
  async shape(source: string): Promise<readonly string[]> {
    return [...nestedForms(source), ...(await this.ask<string[]>('shape()'))];
  }

  /** What axe finds on a wide and on a narrow screen, and what makes the narrow one scroll sideways. */
  async barriers(
    name: string,
  ): Promise<{ readonly hits: readonly string[]; readonly sideways: readonly string[] }> {
    const hits: string[] = [];
    await evaluate(this.devtools, AXE);
    for (const viewport of [WIDE, NARROW]) {
      await this.page.setViewportSize(viewport);
      await this.picture(name, viewport.width);
      const run = `axe.run({ runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.target).slice(0, 3)))`;
      const found = await evaluate<string[]>(this.devtools, run);
      hits.push(...found.filter((hit) => !this.wished(hit)).map((hit) => `axe at ${viewport.width}: ${hit}`));
    }
    return { hits, sideways: await this.ask<string[]>('sideways()') };
  }

  /** What the console complained about, but for the answer to an empty form itself. */
  troubles(): readonly string[] {
    return this.complaints.filter((complaint) => !/status of 400/.test(complaint));
  }

  /** The wall board loads itself again when somebody asked it to, and stops when they ask (WCAG 2.2.1, turn off). */
  private wished(hit: string): boolean {
    return hit.startsWith('meta-refresh') && new URL(this.page.url()).search.includes('refresh=');
  }

  private async picture(name: string, width: number): Promise<void> {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    const file = `${name.replaceAll(/[^A-Za-z0-9]+/g, '-')}-${width}.png`;
    await this.page.screenshot({ path: join(PICTURES, file), fullPage: true });
  }
}

/** In the page itself; spares each page the machinery that Playwright puts into it first. */
export async function evaluate<Answer>(devtools: CDPSession, expression: string): Promise<Answer> {
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as Answer;
}

/** The parser of a browser drops the inner of two forms without a word, so they are looked for in the source. */
function nestedForms(html: string): readonly string[] {
  let depth = 0;
  for (const [tag] of html.matchAll(/<\/?form[\s>]/g)) {
    depth += tag.startsWith('</') ? -1 : 1;
    if (depth > 1) return ['a form within a form'];
  }
  return [];
}
