import type { Browser, BrowserContext, Page } from 'playwright-core';
import { walkOf } from './walks';
import { WatchedPage, WIDE } from './watched-page';

const LONGEST_WALK = 80;

interface Step {
  readonly stop: string;
  readonly framed: boolean;
  readonly faults: readonly string[];
}

export interface Inspected {
  readonly hits: number;
  readonly faults: readonly string[];
  /** Outside the frame of header and footer, and within it. */
  readonly walk: readonly string[];
  readonly frame: readonly string[];
}

/** A pair of browsers that one person uses, with scripts and without. */
export class Inspector {
  private constructor(
    readonly watched: WatchedPage,
    private readonly plain: Page,
    private readonly base: string,
    private readonly contexts: readonly BrowserContext[],
  ) {}

  static async open(
    browser: Browser,
    base: string,
    jar: readonly { readonly name: string; readonly value: string }[],
  ): Promise<Inspector> {
    const cookies = jar.map((cookie) => ({ ...cookie, url: base }));
    const withScripts = await browser.newContext({ viewport: WIDE });
    const without = await browser.newContext({ viewport: WIDE, javaScriptEnabled: false });
    const contexts = [withScripts, without];
    for (const context of contexts) await context.addCookies(cookies);
    const watched = new WatchedPage(await withScripts.newPage(), base);
    return new Inspector(watched, await without.newPage(), base, contexts);
  }

  async close(): Promise<void> {
    for (const context of this.contexts) await context.close();
  }

  /** Everything that this suite looks at, on one page. */
  async inspect(path: string, name: string): Promise<Inspected> {
    const { watched } = this;
    const { status, source } = await watched.open(path);
    const words = await watched.ask<string>('words()');
    const answered = status === 200 ? [] : [`answers ${status}`];
    const shape = await watched.shape(source);
    const steps = await this.walk();
    const changed = await this.otherMedia(words);
    const { hits, sideways } = await watched.barriers(name);
    const plain = await this.withoutScripts(path, words);
    const stops = (framed: boolean) => steps.filter((step) => step.framed === framed).map(({ stop }) => stop);
    return {
      hits: hits.length,
      faults: [
        ...answered,
        ...shape,
        ...steps.flatMap(({ faults }) => faults),
        ...changed,
        ...hits,
        ...sideways,
        ...plain,
        ...watched.troubles(),
      ],
      walk: walkOf(stops(false)),
      frame: walkOf(stops(true)),
    };
  }

  private async walk(): Promise<readonly Step[]> {
    const { watched } = this;
    const steps: Step[] = [];
    await watched.ask('beginWalk()');
    while (steps.length < LONGEST_WALK) {
      await watched.page.keyboard.press('Tab');
      const step = await watched.ask<Step | null>('step()');
      if (step === null) break;
      steps.push(step);
    }
    return steps;
  }

  /** In colours that the reader forces, with less motion, and on paper. */
  private async otherMedia(words: string): Promise<readonly string[]> {
    const { watched } = this;
    const { page } = watched;
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const faults = [
      ...(await watched.ask<string[]>('focusAgain()')),
      ...(await watched.ask<string[]>('moving()')),
    ];
    if ((await watched.ask<string>('words()')) !== words) faults.push('words are lost in forced colours');
    await page.emulateMedia({ forcedColors: null, reducedMotion: null, media: 'print' });
    if (!(await page.locator('h1').first().isVisible())) faults.push('printed without its main heading');
    await page.emulateMedia({ media: null });
    return faults;
  }

  private async withoutScripts(path: string, words: string): Promise<readonly string[]> {
    await this.plain.goto(this.base + path);
    const main = (await this.plain.locator('main').first().innerText()).replaceAll(/\s+/g, ' ').trim();
    if (main === words) return [];
    const at = [...words].findIndex((letter, index) => letter !== main[index]);
    const around = (text: string) => `“${text.slice(Math.max(0, at - 20), at + 60)}”`;
    return [`says something else without scripts: ${around(words)} is ${around(main)}`];
  }
}
