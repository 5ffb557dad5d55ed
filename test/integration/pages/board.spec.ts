import { foldBoardTally } from '#libs/persistence';
import { openDesk, plain, type Desk } from '../../support/desk';
import { PromiseActs } from '../../support/promise';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import { formOn } from '../../support/web-forms';

const web = useWeb();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(web());
});

describe('the contact board', () => {
  it('puts danger first, says both clocks in words, and names nobody', async () => {
    await desk.aCase();
    const danger = await desk.aCase({ 'dangers[]': ['danger-now'] });
    const { body } = await desk.responder.get('/board');
    const cases = [...body.matchAll(/href="(\/cases\/[^"]+)"/g)].map(([, href]) => href);
    expect(cases[0]).toBe(danger);
    const words = plain(body);
    expect(words).toContain('1 working day: tomorrow at 5pm in 1 day 6\u00a0h');
    expect(words).toContain('24 hours: tomorrow at 10am in 23\u00a0h 54\u00a0m');
    expect(words).toContain('Times as at 10:05am');
    expect(words).not.toContain('Quill');
  });

  it('shows my cases, the unassigned and the overdue by address', async () => {
    const path = await desk.aCase();
    await desk.responder.post(`${path}/take`, {}, { on: path });
    const shows = async (view: string) =>
      (await desk.responder.get(`/board?view=${view}`)).body.includes(path);
    expect([await shows('mine'), await shows('unassigned'), await shows('overdue')]).toEqual([
      true,
      false,
      false,
    ]);
    await web().instance.setNow('2026-03-03T10:30:00Z');
    await desk.fire();
    expect(await shows('overdue')).toBe(true);
    expect(plain((await desk.responder.get('/board')).body)).toContain('overdue by');
    expect((await desk.responder.get('/board?view=secret')).statusCode).toBe(400);
    expect((await desk.responder.get('/board?after=x')).statusCode).toBe(400);
  });

  it('counts a call that was cut off as the case page does: they were reached, and a new round begins', async () => {
    const path = await desk.aCase();
    const attempts = async () => {
      const row = (await desk.responder.get('/board')).body
        .split('role="rowheader"')
        .find((part) => part.includes(path));
      const words = plain(
        `<main${(await desk.responder.get(path)).body.split('<h2 class="govuk-heading-m">So far')[1]}`,
      );
      return [
        /data-label="Attempts">([^<]*)</.exec(row ?? '')?.[1],
        / Attempts (.*?) Safe time /.exec(words)?.[1],
      ];
    };
    expect(await attempts()).toEqual(['0 of 5', '0 of 5']);
    await desk.attempt(path);
    expect(await attempts()).toEqual(['1 of 5', '1 of 5']);
    await desk.attempt(path, { outcome: 'cut-off' });
    const anew = '0 of 5 since they were reached';
    expect(await attempts()).toEqual([anew, `${anew}, 2 in all`]);
  });

  it('goes on at the next page, with each case once', async () => {
    const acts = new PromiseActs(() => web().instance);
    for (let made = 0; made < 27; made += 1) await acts.refer('2026-03-02T10:00:00Z');
    const seen: string[] = [];
    let next: string | undefined = '/board';
    while (next !== undefined) {
      const { body }: { body: string } = await desk.responder.get(next);
      seen.push(...[...body.matchAll(/href="(\/cases\/[^"]+)"/g)].map(([, href]) => href ?? ''));
      next = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(25);
  });

  it('P7 is not there for officers, commissioners and other roles, and neither is a case', async () => {
    const path = await desk.aCase();
    const nobodys = '/cases/018f3c1e-0000-7000-8000-000000000001';
    for (const persona of ['officer', 'officer-south', 'commissioner', 'auditor', 'administrator']) {
      const browser = await web().signedIn(persona);
      for (const page of [
        '/board',
        path,
        `${path}/deadlines`,
        `${path}/attempts/new`,
        `${path}/exceptions/new`,
      ]) {
        expect([persona, page, (await browser.get(page)).statusCode]).toEqual([persona, page, 404]);
      }
    }
    const same = (body: string) => body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|(nonce|value)="[\w.-]+"/g, '');
    const [hidden, absent] = [await desk.officer.get(path), await desk.officer.get(nobodys)];
    expect(same(hidden.body)).toBe(same(absent.body));
    expect((await desk.responder.get(nobodys)).statusCode).toBe(404);
  });

  it('shows a service manager the case, and none of the acts that are not theirs', async () => {
    const path = await desk.aCase();
    const manager = await web().signedIn('manager');
    const { statusCode, body } = await manager.get(path);
    expect(statusCode).toBe(200);
    expect(body).not.toMatch(/Show number|Record an attempt|Take this case/);
    expect((await manager.get(`${path}/attempts/new`)).statusCode).toBe(404);
  });
});

describe('who can be called now, and who waits for whom', () => {
  const countOf = async (view: string): Promise<number> => {
    const { body } = await desk.responder.get('/board');
    const link = new RegExp(
      `href="/board${view === 'all' ? '' : `\\?view=${view}`}"[^>]*>[^<]*\\((\\d+)\\)`,
    ).exec(body);
    return Number(link?.[1]);
  };
  const listed = async (view: string): Promise<readonly string[]> => {
    const seen: string[] = [];
    let next: string | undefined = `/board?view=${view}`;
    while (next !== undefined) {
      const { body }: { body: string } = await desk.responder.get(next);
      seen.push(
        ...[...body.matchAll(/rowheader[^>]*><a[^>]*href="(\/cases\/[^"]+)"/g)].map(([, href]) => href ?? ''),
      );
      next = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    return seen;
  };
  const VIEWS = [
    'all',
    'mine',
    'unassigned',
    'window-open',
    'overdue',
    'rechecks',
    'call-backs',
    'police',
    'since-closing',
  ];

  it('counts in each view exactly what the view lists, at any hour and after any act', async () => {
    const [first, second, third] = [
      await desk.aCase({ 'safeTimes[]': ['weekday-mornings'] }),
      await desk.aCase({ 'dangers[]': ['danger-now'] }),
      await desk.aCase({ 'safeTimes[]': ['weekday-afternoons', 'weekday-evenings'] }),
    ];
    await desk.responder.post(`${first}/take`, {}, { on: first });
    await web().instance.admin(
      `update app.contact_route set state = 'suspended' where person_id =
      (select person_id from app.case_file where case_id = $1)`,
      [second.split('/')[2]],
    );
    await web().instance.admin(
      `insert into app.call_back (call_back_id, case_id, handling_agency_id, at, made_by, made_at, flags)
       select uuidv7(), case_id, handling_agency_id, app.service_now() + interval '5 hours', owner_team_id,
         app.service_now(), '{}' from app.case_file where case_id = $1`,
      [third.split('/')[2]],
    );
    for (const now of [
      '2026-03-02T10:30:00Z',
      '2026-03-02T12:00:05Z',
      '2026-03-02T19:50:00Z',
      '2026-03-02T20:00:05Z',
      '2026-03-03T10:00:05Z',
      '2026-03-04T00:00:05Z',
      '2026-03-07T12:00:00Z',
    ]) {
      await web().instance.setNow(now);
      await desk.fire();
      for (const view of VIEWS) {
        const rows = await listed(view);
        expect([now, view, new Set(rows).size]).toEqual([now, view, rows.length]);
        expect([now, view, await countOf(view)]).toEqual([now, view, rows.length]);
      }
      const open = await listed('window-open');
      expect([now, open.includes(second)]).toEqual([now, false]);
      expect([now, open.includes(first)]).toEqual([
        now,
        now === '2026-03-02T10:30:00Z' || now === '2026-03-03T10:00:05Z',
      ]);
      expect([now, open.includes(third)]).toEqual([
        now,
        now === '2026-03-02T12:00:05Z' || now === '2026-03-02T19:50:00Z',
      ]);
      expect(await listed('call-backs')).toContain(third);
    }
  });

  it('keeps its counts when the differences are folded together', async () => {
    await desk.aCase();
    const before = await Promise.all(VIEWS.map(countOf));
    const { workerWork } = web().instance;
    await workerWork.read({ kind: 'service', process: 'timers' }, (manager) => foldBoardTally(manager, 0));
    expect(await Promise.all(VIEWS.map(countOf))).toEqual(before);
    const [row] = await web().instance.admin<{ most: number }>(
      `select max(rows)::integer as most from (select count(*) as rows from app.board_tally group by handling_agency_id, facet, value) x`,
    );
    expect(row?.most).toBe(1);
  });

  it('groups what arrived since the desk shut, with how many are past the limit that counts every hour', async () => {
    await web().instance.admin("update app.case_file set opened_at = opened_at - interval '30 days'");
    await web().instance.setNow('2026-02-27T17:30:00Z');
    const fields = typedMoment('reported', '2026-2-27 17:10');
    await desk.aCase(fields);
    await web().instance.setNow('2026-03-01T18:00:00Z');
    await desk.aCase(typedMoment('reported', '2026-3-1 17:00'));
    await web().instance.setNow('2026-03-02T09:05:00Z');
    await desk.fire();
    const words = plain((await desk.responder.get('/board')).body);
    expect(words).toContain(
      'Arrived Friday 27 February 2026 at 5pm to now: 2, of which past the limit that counts every hour: 1',
    );
    expect(words).toContain('Since Friday 5pm (2)');
    expect(await listed('since-closing')).toHaveLength(2);
  });
});

describe('assigning and handing over on the pages', () => {
  const tickOf = (body: string, path: string): string => {
    const found = new RegExp(`value="(${path.split('/')[2]}\\.\\d+)"`).exec(body)?.[1];
    if (found === undefined) throw new Error('the board has no such row');
    return found;
  };

  it('asks first, offers what was ticked, and moves it with one press of the receiver', async () => {
    const lead = await web().signedIn('lead');
    const [one, two] = [
      await desk.aCase({ 'dangers[]': ['danger-now'] }),
      await desk.aCase({ 'dangers[]': ['danger-now'] }),
    ];
    const { body } = await lead.get('/board');
    const ticks = [tickOf(body, one), tickOf(body, two)];
    const form = { ...formOn(body, '/board/assign'), 'cases[]': ticks };
    const asked = await lead.send('/board/assign', form);
    expect(asked.statusCode).toBe(200);
    expect(plain(asked.body)).toContain('It changes hands when they accept it');
    await desk.responder.post(`${two}/take`, {}, { on: two });
    const to = web().instance.persona('responder-two').userId;
    const fields = formOn(asked.body, '/board/assign/confirm');
    const nobody = await lead.send('/board/assign/confirm', fields);
    expect([nobody.statusCode, /href="#to"/.test(nobody.body)]).toEqual([400, true]);
    const sent = await lead.send('/board/assign/confirm', { ...fields, to });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/board']);
    const told = plain((await lead.get('/board')).body);
    expect(told).toContain('1 case done, 1 left as they were.');
    expect(told).toContain('Left as it is, because somebody changed it after you opened the page: WM-');
    const dill = await web().signedIn('responder-two');
    const mine = await dill.get('/board?view=mine');
    expect(plain(mine.body)).toContain('1 case is offered to you.');
    const accepted = await dill.send('/handovers/accept', formOn(mine.body, '/handovers/accept'));
    expect(accepted.headers.location).toBe('/board?view=mine');
    const owned = await dill.get('/board?view=mine');
    expect(owned.body).toContain(one);
    expect(plain(owned.body)).toContain('You answer for 1 more case now.');
  });

  it('says so when nothing was ticked, and knows only its own ticks', async () => {
    const { body } = await desk.responder.get('/board');
    const form = formOn(body, '/board/assign');
    const none = await desk.responder.send('/board/assign', form);
    expect([none.statusCode, /href="#cases"/.test(none.body)]).toEqual([400, true]);
    const forged = await desk.responder.send('/board/assign', { ...form, 'cases[]': ['x'] });
    expect(forged.statusCode).toBe(400);
    const nobodys = '018f3c1e-0000-7000-8000-000000000001.1';
    expect((await desk.responder.send('/board/assign', { ...form, 'cases[]': [nobodys] })).statusCode).toBe(
      404,
    );
    expect((await desk.officer.send('/board/assign', { ...form, 'cases[]': [nobodys] })).statusCode).not.toBe(
      200,
    );
  });

  it('hands a shift over in one form', async () => {
    const path = await desk.aCase();
    await desk.responder.post(`${path}/take`, {}, { on: path });
    const again = await desk.responder.post('/handovers/new', {});
    expect([again.statusCode, /href="#to"/.test(again.body)]).toEqual([400, true]);
    const sent = await desk.responder.post('/handovers/new', { to: 'team' });
    expect(sent.headers.location).toBe('/handovers');
    expect(plain((await desk.responder.get('/handovers')).body)).toContain('The team');
    const lead = await web().signedIn('lead');
    expect(plain((await lead.get('/handovers')).body)).toContain('Offered to you');
  });
});

describe('who is calling', () => {
  it('is told on the board, and interrupts whoever else wants to call, who may all the same', async () => {
    const path = await desk.aCase({ 'dangers[]': ['danger-now'] });
    const lead = await web().signedIn('lead');
    const page = await desk.responder.get('/board');
    const token = formOn(page.body, '/board/assign');
    const claim = { _csrf: token['_csrf'] ?? '', idempotencyKey: token['idempotencyKey'] ?? '' };
    expect((await desk.responder.send(`${path}/claim`, claim)).statusCode).toBe(303);
    const board = await lead.get('/board');
    expect(plain(board.body)).toContain('Sample Responder Clover is on this case, since 10:05am');
    const { _csrf = '', idempotencyKey = '' } = formOn(board.body, '/board/assign');
    const held = await lead.send(`${path}/claim`, { _csrf, idempotencyKey });
    expect(held.statusCode).toBe(409);
    expect(plain(held.body)).toContain('Sample Responder Clover is calling now, since 10:05am. Call anyway?');
    const anyway = await lead.send(`${path}/claim`, formOn(held.body, `${path}/claim`));
    expect(anyway.statusCode).toBe(303);
    expect(plain((await lead.get('/board')).body)).toContain('You are on this case');
  });
});

describe('the wall board', () => {
  it('P8 shows initials and references only, one access row for each person', async () => {
    await desk.aCase();
    const lead = await web().signedIn('lead');
    const before = await web().instance.admin<{ access_id: string }>('select access_id from app.access_log');
    const { statusCode, body } = await lead.get('/board/wall');
    expect(statusCode).toBe(200);
    const words = plain(body);
    expect(words).toContain('S.Q.');
    expect(words).not.toMatch(/Quill|Clover|Dill|Nobody yet/);
    const shown = [...body.matchAll(/rowheader/g)].length;
    const rows = await web().instance.admin<{ what: string; basis: string; person_id: string }>(
      'select what, basis, person_id from app.access_log where access_id <> all($1::uuid[])',
      [before.map(({ access_id }) => access_id)],
    );
    expect(new Set(rows.map(({ person_id }) => person_id)).size).toBe(rows.length);
    expect(shown).toBeGreaterThan(0);
    expect(rows).toHaveLength(shown);
    expect(new Set(rows.map(({ what, basis }) => `${what} ${basis}`))).toEqual(
      new Set(['initials wall-board']),
    );
    expect(body).not.toContain('http-equiv="refresh"');
    expect((await lead.get('/board/wall?refresh=on')).body).toContain('http-equiv="refresh" content="300"');
    expect((await desk.officer.get('/board/wall')).statusCode).toBe(404);
  });
});

describe('promised calls by day and hour', () => {
  it('counts them in cells that lead to their list', async () => {
    const path = await desk.aCase();
    await web().instance.admin(
      `insert into app.call_back (call_back_id, case_id, handling_agency_id, at, made_by, made_at, flags)
       select uuidv7(), case_id, handling_agency_id, '2026-03-05T14:20:00Z', owner_team_id, app.service_now(), '{}'
       from app.case_file where case_id = $1`,
      [path.split('/')[2]],
    );
    const { body } = await desk.responder.get('/board/calls');
    expect(plain(body)).toContain('Week of Monday 2 March 2026');
    const cell = /href="(\/board\/calls\?week=2026-03-02&amp;at=2026-03-05T14)#calls"/.exec(body)?.[1];
    const list = await desk.responder.get((cell ?? '').replaceAll('&amp;', '&'));
    expect(list.body).toContain(path);
    expect(plain(list.body)).toContain('2:20pm');
    expect(plain(body)).toContain('Thursday 5 Mar');
    const empty = (await desk.responder.get('/board/calls?week=2026-03-09')).body;
    expect(empty).not.toContain(path);
    expect(plain(empty)).toContain('No calls are promised in this week.');
    expect(empty).not.toContain('Calls that were promised, by day and hour');
    for (const bad of ['week=2026-02-30', 'week=soon', 'at=2026-03-02T25']) {
      expect((await desk.responder.get(`/board/calls?${bad}`)).statusCode).toBe(400);
    }
    expect((await desk.officer.get('/board/calls')).statusCode).toBe(404);
  });
});
