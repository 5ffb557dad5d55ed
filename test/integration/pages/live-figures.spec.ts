import { LIVE_TABLE_IDS } from '#libs/domain';
import { PromiseFactProjector } from '#libs/persistence';
import { caughtUp } from '../../support/caught-up';
import { plain } from '../../support/desk';
import { PromiseActs } from '../../support/promise';
import { useWeb } from '../../support/web';

const web = useWeb();
const acts = new PromiseActs(() => web().instance);
const BASILDON = 'E07000066';
const BRAINTREE = 'E07000067';
const MAY_SEE = ['lead', 'manager', 'auditor', 'coordinator'];
const MAY_NOT = ['officer', 'responder', 'adviser', 'commissioner', 'safeguarding', 'dpo', 'administrator'];

/** The text of the row with this heading. */
const row = (html: string, heading: string) =>
  plain(html.split(`class="govuk-table__header">${heading}`)[1]?.split('</tr>')[0] ?? '');

async function pageOf(persona: string, path: string) {
  const { statusCode, body } = await (await web().signedIn(persona)).get(path);
  return { statusCode, body, text: plain(body) };
}

describe('live figures, before anything was referred', () => {
  it('say so for every table', async () => {
    await web().instance.setNow('2026-03-02T08:00:00Z');
    const { statusCode, text } = await pageOf('lead', '/figures/live');
    expect(statusCode).toBe(200);
    expect(text).toContain('No police referral was reported in April 2025 to March 2026.');
  });
});

describe('live figures', () => {
  const at = (day: string, time: string) => `2026-03-${day}T${time}:00Z`;

  beforeAll(async () => {
    const { setNow } = web().instance;
    // Eleven on Monday: nine spoken with the same day, one on Tuesday at three, one never.
    await setNow(at('02', '10:30'));
    const monday = [];
    for (let n = 0; n < 11; n += 1) monday.push(await acts.refer(at('02', '10:00'), { district: BASILDON }));
    for (const one of monday.slice(0, 9))
      await acts.attempt(one, 'spoke', { happened: at('02', '12:00'), typedIn: at('02', '12:05') });
    await acts.attempt(monday[9]!, 'no-answer', { happened: at('03', '09:30'), typedIn: at('03', '09:31') });
    await acts.attempt(monday[9]!, 'spoke', { happened: at('03', '15:00'), typedIn: at('03', '15:05') });
    await acts.sweepAt(at('03', '17:00'));
    // Ten on Saturday, of another kind; spoken with on Monday at eleven.
    await setNow(at('07', '14:00'));
    const saturday = [];
    for (let n = 0; n < 10; n += 1)
      saturday.push(
        await acts.refer(at('07', '12:00'), { offenceGroup: 'sexual-assault', district: BRAINTREE }),
      );
    await acts.sweepAt(at('09', '10:00'));
    for (const one of saturday)
      await acts.attempt(one, 'support-accepted', {
        happened: at('09', '11:00'),
        typedIn: at('09', '11:05'),
      });
    await setNow(at('12', '09:00'));
    await caughtUp(web().instance, new PromiseFactProjector(web().instance.worker));
  });

  it('say the headline of both limits in the same words, and the month', async () => {
    const { text, body } = await pageOf('lead', '/figures/live?until=2026-03');
    expect(text).toContain(
      '20 of 21 referrals (95.2%) had a first conversation by 5pm on the next working day, April 2025 to March 2026.',
    );
    expect(text).toContain('9 of 21 referrals (42.9%) had a first conversation within 24 hours, April 2025');
    expect(row(body, 'March 2026')).toMatch(/20 of 21 \(95\.2%\).* 9 of 21 \(42\.9%\)/);
    expect(body.match(/<svg class="waymark-chart"/g)?.length).toBe(4);
  });

  it.each([
    ['promise-by-district', 'Basildon', /10 of 11 \(90\.9%\).* 9 of 11 \(81\.8%\)/],
    ['promise-by-district', 'Braintree', /10 of 10 \(100\.0%\).* 0 of 10 \(0\.0%\)/],
    ['promise-by-offence-group', 'Sexual assault', /10 of 10 \(100\.0%\).* 0 of 10 \(0\.0%\)/],
    ['promise-by-source', 'The police', /20 of 21 \(95\.2%\).* 9 of 21/],
    ['promise-by-centre', 'Not recorded', /20 of 21/],
    ['promise-by-weekday', 'Saturday', /10 of 10 \(100\.0%\).* 0 of 10 \(0\.0%\)/],
    ['promise-by-weekday', 'Monday to Thursday', /10 of 11 \(90\.9%\).* 9 of 11 \(81\.8%\)/],
    ['times', 'Report until the police handed over', /21.* 30 m.* 2 h/],
    ['times', 'Report until the first conversation', /20.* 1 day 5 h.* 1 day 23 h/],
    ['times', 'Within 4 hours', /9 45\.0%/],
    ['times-by-weekday', 'Monday', /(30 m|under 1 h).* (30 m|under 1 h).* 2 h/],
    ['misses', 'Tried in time, and not reached', /0 of 1 .* 1 of 12 \(8\.3%\)/],
    ['misses', 'Not tried in time, and no other reason recorded', /1 of 1 .* 11 of 12 \(91\.7%\)/],
    ['misses-by-weekday', 'Tried in time, and not reached', / 0 .* 0 /],
    ['misses-by-weekday', 'All misses', /1 0/],
    ['promise-by-start', 'Monday', /10 of 11 \(90\.9%\)/],
    ['promise-by-start', 'Saturday', /10 of 10 \(100\.0%\)/],
    ['other-staffing', 'As it was', /20 of 21 \(95\.2%\).* 9 of 21 \(42\.9%\)/],
    ['other-staffing', 'Weekdays only', /20 of 21 \(95\.2%\).* 9 of 21 \(42\.9%\)/],
    ['other-staffing', 'Weekends and bank holidays staffed too', /20 of 21 \(95\.2%\).* 19 of 21 \(90\.5%\)/],
    ['not-reached', 'No answer', /0 of 0/],
    ['reach', 'First attempt in time', /20 of 21 \(95\.2%\).* 10 of 21 \(47\.6%\)/],
    ['reach', 'First conversation in time', /20 of 21 \(95\.2%\).* 9 of 21 \(42\.9%\)/],
    ['reach', 'Reached safely at least once', /20 of 21 \(95\.2%\)/],
    ['reach', 'The second attempt', /1 of 20 \(5\.0%\)/],
    ['support', 'With a first session, of those reached', /0 of 20 \(0\.0%\)/],
    ['support', 'With a first session, of all referred', /0 of 21 \(0\.0%\)/],
    ['engagement-by-source', 'The police', /0 of 20 \(0\.0%\).* 0 of 21/],
    ['justice', 'Recorded, and under investigation', /0 of 0/],
    ['completeness', 'District', /21 of 21 \(100\.0%\)/],
    ['completeness', 'Kind of offence', /21 of 21 \(100\.0%\)/],
  ])('tell %s: %s', async (table, heading, numbers) => {
    const { statusCode, body } = await pageOf('lead', `/figures/live?table=${table}&until=2026-03`);
    expect(statusCode).toBe(200);
    expect(row(body, heading)).toMatch(numbers);
  });

  it('say what the weekend costs under each limit', async () => {
    const { text } = await pageOf(
      'lead',
      '/figures/live?table=promise-by-weekday&span=quarter&until=2026-03',
    );
    expect(text).toContain(
      '1 working day: reports of Saturday and Sunday were answered in time at least as often',
    );
    expect(text).toContain('about 8 more of 10 would have been in time');
  });

  it('P10 open each number to its formula, parts that add up, versions and the other limit', async () => {
    const address =
      '/figures/live/explain?measure=first-conversation-in-time&table=promise-by-district&span=twelve-months&until=2026-03';
    const { statusCode, text } = await pageOf('lead', `${address}&value=${BASILDON}&limb=24h`);
    expect(statusCode).toBe(200);
    expect(text).toContain('9 of 11 (81.8%)');
    expect(text).toContain('9 ÷ 11 = 81.8%, to one decimal');
    expect(text).toContain(
      'Counted by 5pm on the next working day: 10 of 11 (90.9%). That is 1 more than here.',
    );
    expect(text).toContain('first-conversation-in-time, version 2');
    expect(text).toContain('essex-first-responders v1');
    expect(text).toContain('first-responders-desk v1');
    expect(text).toMatch(/All together 11 /);
  });

  it('P10 open every number of every table that there is', async () => {
    const lead = await web().signedIn('lead');
    const tables = [...(await lead.get('/figures/live')).body.matchAll(/<option value="([a-z-]+)"/g)]
      .map(([, value]) => value!)
      .filter((value) => !['quarter', 'twelve-months'].includes(value));
    expect(tables).toEqual(LIVE_TABLE_IDS);
    const opened: string[] = [];
    for (const table of tables) {
      const { body } = await lead.get(`/figures/live?table=${table}`);
      for (const [, path = ''] of body.matchAll(/href="(\/figures\/live\/explain[^"]+)"/g)) {
        const { statusCode, body: explained } = await lead.get(path.replaceAll('&amp;', '&'));
        expect([path, statusCode]).toEqual([path, 200]);
        expect(plain(explained)).toContain('so the lines add up');
        opened.push(path);
      }
    }
    expect(opened.length).toBeGreaterThan(80);
  });

  it('refuse what is no table, and say which there is', async () => {
    const { statusCode, text, body } = await pageOf(
      'lead',
      '/figures/live?table=promise-by-district&span=quarter&until=2026-03',
    );
    expect(statusCode).toBe(400);
    expect(text).toContain('“The promise by district” is shown over twelve months only');
    expect(body).toContain(
      'href="/figures/live?table=promise-by-district&amp;span=twelve-months&amp;until=2026-03"',
    );
    for (const [query, words] of [
      ['table=people', 'Choose figures from the list'],
      ['span=week', 'Choose three months or twelve months'],
      ['until=2019-01', 'figures are counted from the first referral until this month'],
      ['until=2027-01', 'figures are counted from the first referral until this month'],
      ['district=E07000066', 'These figures cannot be narrowed by “district”'],
      ['table=support&ethnic-group=asian', 'under “Who is referred, beside who is harmed”'],
      ['table=times&table=misses', 'Choose figures from the list'],
    ] as const) {
      const refused = await pageOf('lead', `/figures/live?${query}`);
      expect([query, refused.statusCode]).toEqual([query, 400]);
      expect(refused.text).toContain(words);
    }
  });

  it('do not open what is no figure of a table', async () => {
    const good =
      'measure=first-conversation-in-time&table=promise-by-district&until=2026-03&limb=24h&value=E07000066';
    for (const changed of [
      good.replace('first-conversation-in-time', 'waiting-now'),
      good.replace('promise-by-district', 'times'),
      good.replace('&limb=24h', ''),
      good.replace('24h', '5h'),
      good.replace('E07000066', 'E07000999'),
      `${good}&part=all`,
      `${good}&limb=1wd`,
    ])
      expect([changed, (await pageOf('lead', `/figures/live/explain?${changed}`)).statusCode]).toEqual([
        changed,
        404,
      ]);
    expect((await pageOf('lead', `/figures/live/explain?${good}&span=quarter`)).statusCode).toBe(400);
  });

  it('are there for those who run the service and the auditor alone', async () => {
    for (const persona of MAY_SEE) {
      expect((await pageOf(persona, '/figures/live')).statusCode).toBe(200);
      expect((await pageOf(persona, '/figures/measures')).statusCode).toBe(200);
    }
    for (const persona of MAY_NOT) {
      expect([persona, (await pageOf(persona, '/figures/live')).statusCode]).toEqual([persona, 404]);
      expect(
        (await pageOf(persona, '/figures/live/explain?measure=handover-lag&table=times')).statusCode,
      ).toBe(404);
    }
  });

  it('P7 hold nothing that leads to a person or a case', async () => {
    const ids = await web().instance.admin<{ id: string }>(
      'select case_id as id from app.case_file union all select person_id from app.case_file union all select referral_id from app.case_file',
    );
    for (const table of ['promise-by-district', 'times', 'misses', 'reach', 'support']) {
      const { body } = await pageOf('lead', `/figures/live?table=${table}`);
      for (const { id } of ids) expect(body).not.toContain(id);
      expect(body).not.toContain('Quill');
    }
  });
});

describe('the catalogue of measures', () => {
  it('names every measure and what answers each outcome, to the commissioner too', async () => {
    const { statusCode, text } = await pageOf('commissioner', '/figures/measures');
    expect(statusCode).toBe(200);
    expect(text).toContain('First conversation within the promised time');
    expect(text).toContain('Defined, not yet counted');
    expect(text).toContain('Held by:');
    expect(text).toContain('Boards that each release goes to');
  });

  it('tells engagement by equality group for the whole area and a year, and nowhere else', async () => {
    for (const measure of ['engaged-of-reached', 'engaged-of-referred']) {
      const { text, body } = await pageOf('commissioner', `/figures/measures/${measure}`);
      expect(text).toContain('equality group, for the whole area over twelve months');
      expect(text).toContain('groups are told for the whole area and a whole year alone');
      expect(body).toContain('href="/figures/reach"');
    }
    expect((await pageOf('lead', '/figures/live?table=support')).text).toContain(
      'By sex, age band and ethnic group both shares are told once a year',
    );
  });

  it('says what is missing of what is not counted, and where the rest is', async () => {
    const { text } = await pageOf('commissioner', '/figures/measures/cost-per-person-reached');
    expect(text).toContain('Defined, not yet counted: needs what was paid in the year');
    const counted = await pageOf('lead', '/figures/measures/handover-lag');
    expect(counted.body).toContain('href="/figures/live"');
    expect((await pageOf('commissioner', '/figures/measures/handover-lag')).body).not.toContain(
      'href="/figures/live"',
    );
    expect((await pageOf('commissioner', '/figures/measures/nothing')).statusCode).toBe(404);
    expect((await pageOf('officer', '/figures/measures')).statusCode).toBe(404);
  });
});
