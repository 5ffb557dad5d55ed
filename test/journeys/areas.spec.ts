import { setTimeout as pause } from 'node:timers/promises';
import { areaPackNames, loadAreaPack } from '#libs/config';
import type { Browser } from 'playwright-core';
import { launchChromium, withChromium } from '../support/chromium';
import { startLocalInstance } from './support/local-instance';
import * as acts from './support/promise-acts';
import * as support from './support/support-acts';
import { Visitor } from './support/visitor';

jest.setTimeout(420_000);

withChromium('every area in Chromium without JavaScript (skipped where it is not installed)', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it.each(areaPackNames())(
    '%s starts, is seeded, keeps its own promise from a referral to the figure, and finds support that answers',
    async (area) => {
      const pack = loadAreaPack(area);
      const instance = await startLocalInstance({}, ['--area', area]);
      try {
        const [held] = await instance.query<{ area: string; seeded: number; districts: number }>(
          `select area_pack as area, (select count(*)::integer from app.referral) as seeded,
           (select count(distinct district)::integer from app.referral) as districts from app.instance`,
        );
        expect(held).toMatchObject({ area });
        expect(held?.seeded).toBeGreaterThan(0);
        expect(held?.districts).toBeGreaterThan(0);

        const as = (persona: string) => Visitor.signedIn(browser, instance.base, persona);
        const commissioner = await as('commissioner');
        const month = new Date().toISOString().slice(0, 7);
        const before = await acts.figureOf(commissioner, month);

        const officer = await as('officer');
        await officer.goTo('/referrals/new');
        const districts = await officer.page.getByLabel('District the person lives in').innerText();
        for (const { name } of pack.districts) expect(districts).toContain(name);
        const { reference, receipt } = await acts.refer(officer);
        expect(reference).toMatch(new RegExp(`^${pack.referencePrefix}-`));
        expect(receipt).toContain(pack.sarcLine.name);
        expect(await officer.barriers()).toEqual([]);

        const responder = await as('responder');
        await responder.goTo('/board');
        const casePath = await acts.openFromBoard(responder, reference);
        await acts.recordConversation(responder, casePath);
        expect(await responder.page.getByRole('alert').innerText()).toContain(
          'The conversation is on record',
        );

        let after = before;
        for (let tries = 0; tries < 50 && after.met <= before.met; tries += 1) {
          await pause(200);
          after = await acts.figureOf(commissioner, month);
        }
        expect(after.met).toBe(before.met + 1);
        expect(await commissioner.barriers()).toEqual([]);

        const adviser = pack.services.services.find(
          ({ kind, reachedBy }) => kind === 'isva' && reachedBy === 'inbox',
        );
        if (adviser === undefined) throw new Error(`no service of ${area} has an inbox`);
        const routing = await support.route(responder, casePath, 'isva');
        expect(routing).toContain(adviser.name);
        await support.agree(responder, casePath, adviser.agencyId);
        const { id, words: asked } = await support.ask(responder, casePath, {
          kind: 'isva',
          serviceId: adviser.id,
        });
        expect(asked).toContain(adviser.name);

        const coordinator = await as('coordinator');
        const unanswered = await support.received(coordinator, id);
        expect(unanswered).toContain(reference);
        expect(unanswered).not.toContain('Quill');
        expect(await support.accept(coordinator, id)).toContain('Sample Person Quill');
        const worker = await as('adviser');
        const named = pack.personas.find(({ key }) => key === 'adviser');
        if (named === undefined) throw new Error(`no adviser among the personas of ${area}`);
        await support.allocate(coordinator, id, named.userId);
        expect(await support.caseload(worker)).toContain(reference);
        await responder.goTo(`${casePath}/support`);
        expect(await responder.words).toContain(pack.labels.isva.name);
        const stands = await support.stateOf(instance, id);
        expect(stands).toEqual({ state: 'allocated', allocatedTo: named.userId });

        const troubles = [officer, responder, commissioner, coordinator, worker].flatMap(
          (visitor) => visitor.troubles,
        );
        expect(troubles).toEqual([]);
      } finally {
        await instance.stop();
      }
    },
  );
});
