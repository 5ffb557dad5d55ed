import type { Page } from 'playwright-core';

/** 40 words a minute, five characters a word. */
const SECONDS_A_KEY = 60 / (40 * 5);
/** Reading a question and knowing the answer: an assumption, printed with the result. */
const SECONDS_A_LOOK = 1.2;

/**
 * Somebody who uses the keyboard alone. Each key, Tab and Space and letters alike, costs the time of a keystroke and
 * each input one look; the clock on the wall does not come into it, so a slow machine changes nothing.
 */
export class Typist {
  private keys = 0;
  private readonly asked: string[] = [];
  private questions = 0;

  constructor(private readonly page: Page) {}

  get inputs(): number {
    return this.asked.length;
  }

  /** Questions that stood open on the pages, answered or not: what is folded away is not met. */
  get met(): number {
    return this.questions;
  }

  get seconds(): number {
    return this.keys * SECONDS_A_KEY + this.inputs * SECONDS_A_LOOK;
  }

  account(): string {
    const { inputs, keys, seconds } = this;
    const spent = `${keys} keys at ${SECONDS_A_KEY.toFixed(1)} s and ${inputs} looks at ${SECONDS_A_LOOK} s`;
    return `referral: ${inputs} inputs, ${seconds.toFixed(1)} s (${spent})\n${this.asked.map((name, n) => `${n + 1}. ${name}`).join('\n')}`;
  }

  /** A page has opened: past the navigation by the skip link, as its users do. */
  async step(title: string): Promise<void> {
    await this.page
      .getByRole('heading', { level: 1, name: title === 'Send the referral' ? 'Check the answers' : title })
      .waitFor();
    await this.tabTo('a', 'Skip to main content');
    await this.press('Enter');
  }

  async fill(label: string, text: string): Promise<void> {
    this.asked.push(label);
    await this.tabTo('input', label);
    await this.type(text);
  }

  /** Types the beginning of an option of a list. */
  async choose(label: string, beginning: string): Promise<void> {
    this.asked.push(label);
    await this.tabTo('select', label);
    await this.type(beginning);
    await this.expectChosen(label, beginning);
  }

  /** Goes down a list with the arrow key, which is shorter than its words. */
  async goDown(label: string, times: number, expected: string): Promise<void> {
    this.asked.push(label);
    await this.tabTo('select', label);
    for (let at = 0; at < times; at += 1) await this.press('ArrowDown');
    await this.expectChosen(label, expected);
  }

  async tick(question: string, options: readonly string[]): Promise<void> {
    this.asked.push(question);
    for (const option of options) {
      await this.tabTo('input', option);
      await this.press('Space');
    }
  }

  async select(question: string, option: string): Promise<void> {
    this.asked.push(question);
    await this.tabTo('input', option);
    await this.press('Space');
  }

  /** What stands there is right: it is looked at and left. Tabbing past it is counted with what comes next. */
  accept(question: string): Promise<void> {
    this.asked.push(question);
    return Promise.resolve();
  }

  async goOn(): Promise<void> {
    this.questions += await this.page.locator(QUESTIONS).count();
    await this.tabTo('button', 'Continue');
    await this.press('Enter');
  }

  /** Presses Tab until this is focused; every one of them is counted. */
  async tabTo(tag: string, name: string): Promise<void> {
    for (let tries = 0; tries < 60; tries += 1) {
      await this.press('Tab');
      const found = (await this.page.evaluate(FOCUSED)) as { tag: string; name: string };
      if (found.tag === tag && found.name.startsWith(name)) return;
    }
    throw new Error(`the keyboard does not reach ${tag} “${name}”`);
  }

  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }

  private async expectChosen(label: string, beginning: string): Promise<void> {
    const list = this.page.getByLabel(label);
    const chosen = await list.locator(`option[value="${await list.inputValue()}"]`).innerText();
    if (!chosen.startsWith(beginning)) throw new Error(`${label}: wanted ${beginning}, got ${chosen}`);
  }

  private async type(text: string): Promise<void> {
    this.keys += text.length;
    await this.page.keyboard.type(text);
  }
}

const QUESTIONS = 'main form legend:visible, main form label.govuk-label--s:visible';

const FOCUSED = `(() => {
  const at = document.activeElement;
  const label = at.labels && at.labels[0];
  return { tag: at.tagName.toLowerCase(), name: (label ?? at).textContent.trim() };
})()`;
