import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { walkOf, type Step } from './walks';
import { evaluate, WatchedPage, WIDE } from './watched-page';

/** How many keys more are pressed where the page has more stops than it should. */
const MORE_STOPS = 10;
/** No page has as many as this; who has to go further than that has lost their way. */
const LONGEST_WALK = 600;
const TAB = { key: 'Tab', windowsVirtualKeyCode: 9 };
const TEXT = "document.querySelector('main').innerText";

/** The cookies of somebody who has just signed in. */
export type Jar = readonly { readonly name: string; readonly value: string }[];

export interface Inspected {
  readonly hits: number;
  readonly faults: readonly string[];
  /** Outside the frame of header and footer, and within it. */
  readonly walk: readonly string[];
  readonly frame: readonly string[];
  readonly stops: number;
  /** Where the forms of the page go, in order; empty for those that need not be tried empty. */
  readonly forms: readonly string[];
}

/** A pair of browsers that one person uses, with scripts and without. */
export class Inspector {
  private constructor(
    readonly watched: WatchedPage,
    private readonly plain: Page,
    private readonly plainDevtools: CDPSession,
    private readonly base: string,
    private readonly contexts: readonly BrowserContext[],
  ) {}

  /** Each browser signs in by itself: a page that asks for a fresh sign-in ends the session that it was opened in. */
  static async open(browser: Browser, base: string, signIn: () => Promise<Jar>): Promise<Inspector> {
    const withScripts = await browser.newContext({ viewport: WIDE });
    const without = await browser.newContext({ viewport: WIDE, javaScriptEnabled: false });
    const contexts = [withScripts, without];
    for (const context of contexts)
      await context.addCookies((await signIn()).map((cookie) => ({ ...cookie, url: base })));
    const plain = await without.newPage();
    const watched = await WatchedPage.in(withScripts, base);
    return new Inspector(watched, plain, await without.newCDPSession(plain), base, contexts);
  }

  async close(): Promise<void> {
    for (const context of this.contexts) await context.close();
  }

  /** Everything that this suite looks at, on one page. */
  async inspect(path: string, name: string): Promise<Inspected> {
    const { watched } = this;
    const { status, source } = await watched.open(path);
    const words = await watched.ask<string>('words()');
    const [seen, plain] = await Promise.all([
      this.withScripts(source, words, name),
      this.withoutScripts(path, words),
    ]);
    const answered = status === 200 ? [] : [`answers ${status}`];
    return { ...seen, faults: [...answered, ...seen.faults, ...plain, ...watched.troubles()] };
  }

  private async withScripts(source: string, words: string, name: string): Promise<Inspected> {
    const { watched } = this;
    const forms = await watched.ask<readonly string[]>('forms()');
    const shape = await watched.shape(source);
    const steps = await this.walk();
    const missed = await watched.ask<string[]>('missed()');
    const changed = await this.otherMedia(words);
    const { hits, sideways } = await watched.barriers(name);
    const faults = steps.flatMap((step) => step.faults);
    return {
      hits: hits.length,
      faults: [...shape, ...faults, ...missed, ...changed, ...hits, ...sideways],
      walk: walkOf(steps.filter(({ framed }) => !framed)),
      frame: walkOf(steps.filter(({ framed }) => framed)),
      stops: steps.length,
      forms,
    };
  }

  /** Presses all the keys before it asks where they led: the page notes each stop at the moment it is reached. */
  private async walk(): Promise<readonly Step[]> {
    const { watched } = this;
    let times = (await watched.ask<number>('beginWalk()')) + 1;
    for (let pressed = times; pressed <= LONGEST_WALK; pressed += times) {
      await watched.press(TAB, times);
      const { steps, walking } = await watched.ask<{ steps: readonly Step[]; walking: boolean }>('walked()');
      // A key that left the page is let go outside, where the page does not hear of it.
      if (!walking || steps.length < pressed) return steps;
      times = MORE_STOPS;
    }
    throw new Error(`the keyboard does not come to an end within ${LONGEST_WALK} stops`);
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
    faults.push(...(await watched.ask<string[]>('heading()')));
    await page.emulateMedia({ media: null });
    return faults;
  }

  private async withoutScripts(path: string, words: string): Promise<readonly string[]> {
    await this.plain.goto(this.base + path);
    const main = (await evaluate<string>(this.plainDevtools, TEXT)).replaceAll(/\s+/g, ' ').trim();
    if (main === words) return [];
    const at = [...words].findIndex((letter, index) => letter !== main[index]);
    const around = (text: string) => `“${text.slice(Math.max(0, at - 20), at + 60)}”`;
    return [`says something else without scripts: ${around(words)} is ${around(main)}`];
  }
}
