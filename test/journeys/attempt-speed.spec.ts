import type { Browser, Page } from 'playwright-core';
import { launchChromium, withChromium } from '../support/chromium';
import { startLocalInstance, type LocalInstance } from './support/local-instance';
import { Visitor } from './support/visitor';

jest.setTimeout(420_000);

/** Forty words of five letters a minute, and a look at each input before it is used. */
const SECONDS_PER_KEY = 60 / (40 * 5);
const SECONDS_PER_LOOK = 1.2;

/** Somebody at a keyboard: counts what they must press and look at; the machine's own speed counts for nothing. */
class Typist {
  private keys = 0;
  private readonly looks: string[] = [];

  constructor(private readonly page: Page) {}

  /** Looks at an input, and presses keys until the wished state is there. */
  async use(input: string, keys: readonly string[]): Promise<void> {
    this.looks.push(input);
    for (const key of keys) await this.press(key);
  }

  private async press(key: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }

  get inputs(): readonly string[] {
    return this.looks;
  }

  get seconds(): number {
    return this.keys * SECONDS_PER_KEY + this.looks.length * SECONDS_PER_LOOK;
  }
}

withChromium('recording an attempt at typing speed (skipped where Chromium is not installed)', () => {
  let browser: Browser;
  let instance: LocalInstance;

  beforeAll(async () => {
    browser = await launchChromium();
    instance = await startLocalInstance({});
  });
  afterAll(async () => {
    await instance.stop();
    await browser.close();
  });

  it('takes three inputs and at most twenty seconds from the shown number to the saved attempt', async () => {
    const responder = await Visitor.signedIn(browser, instance.base, 'responder');
    const { page } = responder;
    const caseId = await aCaseThatMayBeCalled(instance);
    await responder.goTo(`/cases/${caseId}/call`);
    await page
      .getByRole('button', { name: /Show number and what to say/ })
      .first()
      .click();
    await page.getByRole('radio', { name: 'No answer' }).focus();

    const typist = new Typist(page);
    await typist.use('what happened', ['ArrowDown', 'ArrowDown', 'ArrowDown']);
    expect(await page.getByRole('radio', { name: 'Someone else answered' }).isChecked()).toBe(true);
    await typist.use('when: the time it is now', ['Tab']);
    await typist.use('save', ['Tab', 'Enter']);
    await page.waitForURL(/\/safe-contact$/);

    const [{ count } = { count: 0 }] = await instance.query<{ count: number }>(
      `select count(*)::integer as count from app.contact_attempt
       where case_id = $1 and outcome = 'someone-else-answered'`,
      [caseId],
    );
    expect(count).toBe(1);
    console.log(
      `An attempt: ${typist.inputs.length} inputs (${typist.inputs.join(', ')}), ${typist.seconds.toFixed(1)} s.`,
    );
    expect(typist.inputs).toHaveLength(3);
    expect(typist.seconds).toBeLessThanOrEqual(20);
    expect(responder.troubles).toEqual([]);
  });

  it('leaves no barrier on the pages around a call', async () => {
    const responder = await Visitor.signedIn(browser, instance.base, 'responder');
    const caseId = await aCaseThatMayBeCalled(instance);
    for (const page of [
      '',
      '/call',
      '/history',
      '/safe-contact',
      '/exhausted',
      '/attempts/new',
      '/call-backs/new',
    ]) {
      await responder.goTo(`/cases/${caseId}${page}`);
      expect([page, await responder.barriers()]).toEqual([page, []]);
    }
  });
});

/** One with a number in use and no hours named, so that it may be called whenever the test runs. */
async function aCaseThatMayBeCalled(instance: LocalInstance): Promise<string> {
  const [row] = await instance.query<{ case_id: string }>(
    `select c.case_id from app.case_file c
     join app.contact_route r using (person_id) join app.safe_contact_card s using (person_id)
     join app.person p using (person_id)
     where c.closed_at is null and r.state = 'active' and r.permissions ->> 'call' = 'yes'
       and s.windows is null and p.language_need = 'none'
     group by c.case_id having count(*) = 1 order by c.case_id limit 1`,
  );
  if (!row) throw new Error('the invented cases have none that may be called');
  return row.case_id;
}
