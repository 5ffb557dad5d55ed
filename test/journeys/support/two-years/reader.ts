import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { TestWeb } from '../../../support/web';
import type { WebBrowser } from '../../../support/web-browser';
import { WatchedPage, WIDE } from '../every-page/watched-page';
import type { ScreensVisited } from './screens-visited';

/** A day as it is typed, year first; with the time beside it where the form asks for one. */
export interface TypedWhen {
  readonly day: string;
  readonly time?: string;
}

/** By the words of the question: the words of an answer, of several, what is typed, or a day. */
export type Answers = Readonly<Record<string, string | readonly string[] | TypedWhen>>;

export const on = (day: string, time?: string): TypedWhen => (time === undefined ? { day } : { day, time });

/**
 * Somebody of the story at a browser without JavaScript, who knows a page by its words alone. What they see for the
 * first time is looked at by axe, wide and narrow, in a twin of the browser that runs scripts.
 */
export class Reader {
  readonly troubles: string[] = [];

  private constructor(
    readonly persona: string,
    readonly page: Page,
    private readonly watched: WatchedPage,
    private readonly base: string,
    private readonly screens: ScreensVisited,
    private readonly contexts: readonly BrowserContext[],
  ) {
    page.on('pageerror', (error) => this.troubles.push(error.message));
  }

  static async at(
    browser: Browser,
    { web, persona, screens }: { web: TestWeb; persona: string; screens: ScreensVisited },
  ): Promise<Reader> {
    const contexts = [
      await contextOf(browser, web.publicUrl, await web.signedIn(persona), false),
      await contextOf(browser, web.publicUrl, await web.signedIn(persona), true),
    ] as const;
    const page = await contexts[0].newPage();
    page.setDefaultTimeout(10_000);
    const watched = await WatchedPage.in(contexts[1], web.publicUrl);
    return new Reader(persona, page, watched, web.publicUrl, screens, contexts);
  }

  async close(): Promise<void> {
    for (const context of this.contexts) await context.close();
  }

  get path(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  get words(): Promise<string> {
    return this.main.innerText();
  }

  async sees(words: string | RegExp): Promise<void> {
    expect((await this.words).replaceAll(/\s+/g, ' ')).toMatch(words);
  }

  /** Opens a page that is theirs to open. */
  async open(path: string): Promise<void> {
    const response = await this.page.goto(this.base + path);
    expect([this.persona, path, response?.status()]).toEqual([this.persona, path, 200]);
    this.screens.stoodOn(path);
    await this.arrived();
  }

  /** Opens an address that is not there for them. */
  async missing(path: string): Promise<void> {
    const response = await this.page.goto(this.base + path);
    expect([this.persona, path, response?.status()]).toEqual([this.persona, path, 404]);
  }

  async follow(link: string | RegExp): Promise<void> {
    const links = this.main.getByRole('link', { name: link });
    const thatLookLikeButtons = this.main.locator('a').and(this.main.getByRole('button', { name: link }));
    await this.going(links.or(thatLookLikeButtons).first());
  }

  async press(button: string | RegExp): Promise<void> {
    await this.going(this.main.getByRole('button', { name: button }).first());
  }

  /** Opens what is folded away under these words. */
  async unfold(summary: string): Promise<void> {
    await this.main.locator('summary', { hasText: summary }).click();
  }

  /** Answers the questions of the form and sends it; it must be taken. */
  async send(answers: Answers, button: string | RegExp): Promise<void> {
    await this.answer(answers);
    await this.press(button);
    await this.noErrors();
  }

  async answer(answers: Answers): Promise<void> {
    for (const [question, answer] of Object.entries(answers))
      try {
        await this.answerOne(question, answer);
      } catch (error) {
        throw new Error(`${this.persona} cannot answer “${question}” on ${await this.outline()}`, {
          cause: error,
        });
      }
  }

  /** How many links of the page say this. */
  count(link: string): Promise<number> {
    return this.main.getByRole('link', { name: link }).count();
  }

  /** The questions of the form that have a list of answers. */
  async questions(): Promise<readonly string[]> {
    return (await this.main.locator('legend').allInnerTexts()).map((legend) => legend.trim());
  }

  /** Looks at the page as it stands, and keeps a picture of it under this name. */
  async look(name = this.screens.nameOf(this.path)): Promise<void> {
    const { status, source } = await this.watched.open(this.path);
    const shape = await this.watched.shape(source);
    const { hits, sideways } = await this.watched.barriers(`${this.screens.next()} ${this.persona} ${name}`);
    const faults = [...shape, ...hits, ...sideways, ...this.watched.troubles()];
    expect([this.persona, this.path, status, faults]).toEqual([this.persona, this.path, 200, []]);
  }

  private get main(): Locator {
    return this.page.locator('main');
  }

  private async going(way: Locator): Promise<void> {
    if ((await way.count()) === 0)
      throw new Error(`${this.persona} finds no ${way} on ${await this.outline()}`);
    await way.click();
    await this.arrived();
  }

  private async arrived(): Promise<void> {
    if (this.screens.isToBeLookedAt(this.persona, this.path)) await this.look();
  }

  private async noErrors(): Promise<void> {
    const errors = this.page.locator('.govuk-error-summary');
    if ((await errors.count()) > 0)
      throw new Error(`${this.persona} is told ${await errors.innerText()} on ${await this.outline()}`);
  }

  private async answerOne(question: string, answer: Answers[string]): Promise<void> {
    const group = this.main.getByRole('group', { name: question, exact: true });
    if (typeof answer === 'object' && 'day' in answer) return this.typeWhen(group, question, answer);
    const answers = typeof answer === 'string' ? [answer] : answer;
    if ((await group.count()) > 0) {
      for (const one of answers) await group.first().getByLabel(one, { exact: true }).check();
      return;
    }
    const field = this.main.getByLabel(question, { exact: true });
    if ((await field.count()) === 0) throw new Error('no such question');
    const kind = await field.first().evaluate((found) => found.getAttribute('type') ?? found.tagName);
    if (kind === 'checkbox' || kind === 'radio') await field.check();
    else if (kind === 'SELECT') await field.selectOption({ label: answers[0]! });
    else await field.fill(answers[0]!);
  }

  private async typeWhen(group: Locator, question: string, { day, time }: TypedWhen): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    const parts: readonly (readonly [string, string])[] = [
      ['Day', date],
      ['Month', month],
      ['Year', year],
    ];
    for (const [label, text] of parts)
      await group
        .first()
        .getByLabel(label, { exact: true })
        .fill(text === '' ? '' : String(Number(text)));
    if (time !== undefined) await this.main.getByLabel(`Time (${question})`, { exact: true }).fill(time);
  }

  /** What stands on the page, for whoever mends the story. */
  private async outline(): Promise<string> {
    const parts = this.main.locator('h1, legend, label, button, a, .govuk-error-summary');
    return [this.path, ...(await parts.allInnerTexts())].join('\n');
  }
}

async function contextOf(
  browser: Browser,
  url: string,
  signedIn: WebBrowser,
  javaScriptEnabled: boolean,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: WIDE, javaScriptEnabled });
  await context.addCookies(signedIn.jar().map((cookie) => ({ ...cookie, url })));
  return context;
}
