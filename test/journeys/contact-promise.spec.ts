import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { NO_REDIS, redisProgram, startRedis } from '../support/redis-server';
import { launchChromium, withChromium } from '../support/chromium';
import { startLocalInstance, type LocalInstance } from './support/local-instance';
import * as acts from './support/promise-acts';
import { Visitor } from './support/visitor';

jest.setTimeout(420_000);

const HOUR = 3_600_000;

withChromium('the contact promise in Chromium without JavaScript (skipped where it is not installed)', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  const journey = 'goes from referral to breach, alert, conversation and figure';

  it(`${journey}, with the queue on PostgreSQL`, async () => {
    const instance = await startLocalInstance({});
    try {
      await walk(new Story(browser, instance), lookForBarriers);
    } finally {
      await instance.stop();
    }
  });

  const withRedis = redisProgram() !== undefined || process.env['REQUIRE_ALL'] === '1' ? it : it.skip;
  withRedis(`${journey}, with the queue on Redis (skipped where ${NO_REDIS})`, async () => {
    const redis = await startRedis();
    if (redis === undefined) throw new Error(NO_REDIS);
    const instance = await startLocalInstance({ REDIS_URL: redis.url });
    try {
      await walk(new Story(browser, instance), () => Promise.resolve());
    } finally {
      await instance.stop();
      await redis.stop();
    }
  });
});

/** Which queue wakes the timers is not to be seen on any page, so one of the journeys looks at them. */
async function lookForBarriers(visitor: Visitor): Promise<void> {
  expect(await visitor.barriers()).toEqual([]);
}

async function walk(story: Story, look: (visitor: Visitor) => Promise<void>): Promise<void> {
  const officer = await story.as('officer');
  await officer.goTo('/referrals/new');
  await look(officer);
  const reference = await story.refer(officer);
  await look(officer);
  await officer.goTo('/referrals');
  await look(officer);
  expect(await officer.page.getByRole('row', { name: reference }).innerText()).toContain('Received');

  const commissioner = await story.as('commissioner');
  const month = new Date().toISOString().slice(0, 7);
  const figureBefore = await acts.figureOf(commissioner, month);
  await look(commissioner);

  const responder = await story.as('responder');
  await responder.goTo('/board');
  await look(responder);
  const casePath = await acts.openFromBoard(responder, reference);
  await look(responder);
  await acts.recordAttempt(responder, casePath, 'No answer');
  expect(await responder.page.getByRole('alert').innerText()).toContain('The attempt is saved');
  await responder.goTo(`${casePath}/deadlines`);
  await look(responder);

  await story.passBothLimbs(responder, reference);
  const breaches = await story.breachesOf(reference);
  expect(breaches.map(({ limb }) => limb).toSorted()).toEqual(['1wd', '24h']);
  for (const { happened, due } of breaches) expect(happened).toEqual(due);
  const alerts = await story.breachAlertsOf(reference);
  // How many repeats a jump of the clock folds together depends on the hour at which the journey runs.
  expect(alerts.length).toBeGreaterThan(0);
  for (const { limb, level } of alerts)
    expect([limb, ['duty-lead', 'service-manager'].includes(level)]).toEqual(['1wd', true]);

  await story.untilSomebodyIsOnCall(responder, reference);
  const mails = await story.mailsAbout(reference);
  expect(mails.length).toBeGreaterThan(0);
  for (const { text, subject } of mails)
    expect(`${subject} ${text}`).not.toMatch(/Quill|900123|rape|Synergy/i);

  const lead = await story.as('lead');
  await lead.goTo('/alerts');
  await look(lead);
  await lead.page.getByRole('button', { name: new RegExp(`I have this.*${reference}`) }).click();
  expect(await lead.page.getByRole('alert').innerText()).toContain('You have it in hand');

  await acts.recordConversation(responder, casePath, look);
  expect(await responder.page.getByRole('alert').innerText()).toContain('The conversation is on record');

  const figureAfter = await story.figureOnce(
    commissioner,
    month,
    ({ missed }) => missed > figureBefore.missed,
  );
  expect(figureAfter.missed).toBeGreaterThan(figureBefore.missed);
  await commissioner.page
    .getByRole('link', { name: /Explain this number/ })
    .first()
    .click();
  expect(await commissioner.page.locator('main').innerText()).toContain('The formula');
  await look(commissioner);

  await officer.goTo('/referrals');
  expect(await officer.page.getByRole('row', { name: reference }).innerText()).toContain('Reached');
  expect(story.troubles()).toEqual([]);
}

/** The acts of the story, each through the pages. */
class Story {
  private readonly visitors: Visitor[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly instance: LocalInstance,
  ) {}

  async as(persona: string): Promise<Visitor> {
    const visitor = await Visitor.signedIn(this.browser, this.instance.base, persona);
    this.visitors.push(visitor);
    return visitor;
  }

  troubles(): readonly string[] {
    return this.visitors.flatMap(({ troubles }) => troubles);
  }

  async refer(visitor: Visitor): Promise<string> {
    const { reference, receipt } = await acts.refer(visitor);
    expect(receipt).toContain('24 hours');
    expect(receipt).toContain('1 working day');
    return reference;
  }

  /** Presses the demo clock until the later limb has passed, by less than an hour, and waits for both breaches. */
  async passBothLimbs(visitor: Visitor, reference: string): Promise<void> {
    const { page } = visitor;
    for (
      let left = await this.untilBothPassed(reference);
      left >= 0;
      left = await this.untilBothPassed(reference)
    ) {
      const step = left > 20 * HOUR ? 'Next working day' : left > 4 * HOUR ? '+4 hours' : '+1 hour';
      await page.getByRole('button', { name: step }).click();
    }
    for (let tries = 0; tries < 150; tries += 1) {
      if (
        (await this.breachesOf(reference)).length === 2 &&
        (await this.breachAlertsOf(reference)).length > 0
      )
        return;
      await pause(100);
    }
  }

  /** Whoever is told of a breach at night is told when on-call hours begin: presses the demo clock until they have. */
  async untilSomebodyIsOnCall({ page }: Visitor, reference: string): Promise<void> {
    while (await this.isQuietUntilLater(reference))
      await page.getByRole('button', { name: '+1 hour' }).click();
  }

  private async isQuietUntilLater(reference: string): Promise<boolean> {
    const [row] = await this.instance.query<{ quiet: boolean }>(
      `select min(n.notify_at) > app.service_now() as quiet from app.alert_notice n join app.alert a using (alert_id)
       where a.reference = $1 and a.level <> 'warning'`,
      [reference],
    );
    return row?.quiet === true;
  }

  private async untilBothPassed(reference: string): Promise<number> {
    const [row] = await this.instance.query<{ left: string }>(
      `select extract(epoch from max(d.due_at) - app.service_now()) * 1000 as left
       from app.deadline d join app.case_file c using (case_id) where c.reference = $1`,
      [reference],
    );
    return Number(row?.left);
  }

  breachesOf(reference: string) {
    return this.instance.query<{ limb: string; due: Date; happened: Date }>(
      `select d.limb, b.due_at as due, j.happened_at as happened from app.deadline_breach b
       join app.deadline d using (deadline_id) join app.case_file c on c.case_id = d.case_id
       join app.journal j on j.subject_id = b.deadline_id and j.event_type = 'deadline.breached'
       where c.reference = $1`,
      [reference],
    );
  }

  breachAlertsOf(reference: string) {
    return this.instance.query<{ limb: string; level: string }>(
      `select limb, level from app.alert where reference = $1 and level <> 'warning'`,
      [reference],
    );
  }

  async mailsAbout(reference: string) {
    for (let tries = 0; tries < 200; tries += 1) {
      const found = (await this.instance.mails()).filter(({ text }) => text.includes(reference));
      if (found.length > 0) return found;
      await pause(100);
    }
    return [];
  }

  /** The figure follows the journal within a moment. */
  async figureOnce(
    visitor: Visitor,
    month: string,
    settled: (figure: acts.MonthFigure) => boolean,
  ): Promise<acts.MonthFigure> {
    let figure = await acts.figureOf(visitor, month);
    for (let tries = 0; tries < 50 && !settled(figure); tries += 1) {
      await pause(200);
      figure = await acts.figureOf(visitor, month);
    }
    return figure;
  }
}
