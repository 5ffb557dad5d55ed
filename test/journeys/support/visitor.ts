import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Somebody at a browser without JavaScript, signed in as a persona through the real identity provider. */
export class Visitor {
  private twin: Visitor | undefined;

  private constructor(
    readonly page: Page,
    private readonly base: string,
    private readonly complaints: string[],
  ) {}

  static async signedIn(browser: Browser, base: string, persona: string): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      javaScriptEnabled: false,
    });
    const visitor = await Visitor.in(context, base);
    await visitor.page.goto(`${base}/personas`);
    await visitor.page.locator(`a[href="/sign-in?persona=${persona}"]`).click();
    return visitor;
  }

  /** What the browser complained about: blocked by the content security policy, or an error. */
  get troubles(): readonly string[] {
    return this.complaints;
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(this.base + path);
  }

  get words(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  /** Opens a page and looks at it as everybody must be able to. */
  async lookAt(path: string): Promise<void> {
    await this.goTo(path);
    await this.look();
  }

  /** Fails with what stands in the way of somebody on the page as it is. */
  async look(): Promise<void> {
    expect([new URL(this.page.url()).pathname, await this.barriers()]).toEqual([
      new URL(this.page.url()).pathname,
      [],
    ]);
  }

  /** Answers the questions of the form by their names: a choice by its value, a text by what is typed. */
  async fill(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, answer] of Object.entries(answers)) {
      const fields = this.page.locator(`main [name="${name}"]`);
      const type = await fields.first().evaluate((field) => field.getAttribute('type') ?? field.tagName);
      if (type === 'radio' || type === 'checkbox')
        await this.page.locator(`main [name="${name}"][value="${answer}"]`).check();
      else if (type === 'SELECT') await fields.selectOption(answer);
      else await fields.fill(answer);
    }
  }

  /** Gives the first answer to every question that has a list of them and none yet. */
  async fillTheFirst(): Promise<void> {
    const radios = this.page.locator('main input[type="radio"]');
    const names = await radios.evaluateAll((all) => all.map((radio) => radio.getAttribute('name') ?? ''));
    for (const name of new Set(names)) {
      const group = this.page.locator(`main input[type="radio"][name="${name}"]`);
      const checked = await group.evaluateAll((all) => all.some((radio) => radio.matches(':checked')));
      if (!checked) await group.first().check();
    }
  }

  async press(button: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: button }).first().click();
  }

  async follow(link: string | RegExp): Promise<void> {
    await this.page.locator('main').getByRole('link', { name: link }).first().click();
  }

  /** Loads the page again until it says so. */
  async until(path: string, words: string | RegExp): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      await this.goTo(path);
      const text = await this.words;
      if (typeof words === 'string' ? text.includes(words) : words.test(text)) return;
      await pause(200);
    }
    expect(await this.words).toMatch(words);
  }

  /** The page as it stands, seen by axe and on a narrow screen, in a twin of this browser that runs scripts. */
  async barriers(): Promise<readonly string[]> {
    const twin = (this.twin ??= await this.withScripts());
    const theirs = twin.page.context();
    await theirs.clearCookies();
    await theirs.addCookies((await this.page.context().storageState()).cookies);
    await twin.page.setViewportSize({ width: 1280, height: 900 });
    await twin.page.goto(this.page.url());
    await twin.page.evaluate(axe);
    const found: string[] = [];
    for (const width of [1280, 320]) {
      await twin.page.setViewportSize({ width, height: 900 });
      const run = `axe.run({ runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.target)))`;
      found.push(...((await twin.page.evaluate(run)) as string[]).map((hit) => `${width}: ${hit}`));
      const root = 'document.documentElement';
      const sideways = (await twin.page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)) as number;
      if (sideways > 0) found.push(`${width}: scrolls sideways by ${sideways} pixels`);
    }
    return [...found, ...twin.complaints.splice(0)];
  }

  /** Opened once: a page of its own costs a browser more than what is looked at in it. */
  private async withScripts(): Promise<Visitor> {
    const browser = this.page.context().browser();
    if (!browser) throw new Error('the browser is closed');
    return Visitor.in(await browser.newContext(), this.base);
  }

  private static async in(context: BrowserContext, base: string): Promise<Visitor> {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    return new Visitor(page, base, complaints);
  }
}
