import { ExpireDrafts } from '#libs/casework';
import { plain, tokensOf } from '../../support/desk';
import { fieldsOfStep, fillDraft, pathOf, sendReferral, typedReferral } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';

const web = useWeb();
let officer: WebBrowser;

beforeEach(async () => {
  await web().instance.setNow('2026-03-02T10:05:30Z');
  officer = await web().signedIn('officer');
});

const rows = <Row>(sql: string, values: unknown[] = []) => web().instance.admin<Row>(sql, values);
const count = async (from: string) =>
  Number((await rows<{ n: string }>(`select count(*) as n from ${from}`))[0]?.n);
const idIn = (path: string) => path.split('/')[3] ?? '';
const start = async (change = {}) =>
  pathOf(await officer.post('/referrals/new', fieldsOfStep('person', typedReferral(change))));
const keysOf = async (draftId: string) => {
  const found = await web().instance.vault.of(draftId as never);
  return found.kind === 'open' ? 1 : 0;
};
const expire = () => new ExpireDrafts(web().instance.workerWork, web().instance.vault).execute({ limit: 50 });

describe('a draft of a referral', () => {
  it('is not there until something was typed', async () => {
    const before = await count('app.referral_draft');
    await officer.get('/referrals/new');
    expect(await count('app.referral_draft')).toBe(before);
  });

  it('P12 names nobody outside the vault: not in the address, the title, the list, the row or the journal', async () => {
    const contact = await start();
    const id = idIn(contact);
    const page = await officer.get(contact);
    expect(page.body).toContain('<title>Safe contact');
    const list = await officer.get('/referrals');
    expect(plain(list.body)).toContain('Started today at 10:05am');
    const [row] = await rows(
      'select d.*, v.sealed from app.referral_draft d join vault.draft_record v using (draft_id) where draft_id = $1',
      [id],
    );
    const journal = await rows(`select * from app.journal where subject_id = $1`, [id]);
    expect(journal).toHaveLength(1);
    const everything = contact + list.body + JSON.stringify([row, journal]) + web().logs.join('');
    expect(everything).not.toMatch(/Quill|Sample Person/);
  });

  it('keeps what was typed on a step that has mistakes, and survives signing out', async () => {
    const wrong = await officer.post('/referrals/new', {
      ...fieldsOfStep('person', typedReferral()),
      age: 'x',
    });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('<a href="#age">');
    const action = /action="(\/referrals\/drafts\/[^"]+\/person)"/.exec(wrong.body)?.[1] ?? '';
    const again = await (await web().signedIn('officer')).get(action);
    expect(again.body).toContain('value="Sample Person Quill"');
    expect(again.body).toMatch(/id="age"[^>]*value="x"/);
  });

  it('P7 is not there for anybody but its author, in any address or list', async () => {
    const contact = await start();
    const id = idIn(contact);
    const absent = contact.replace(id, '018f3c1e-0000-7000-8000-000000000001');
    const same = (body: string) => body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|(nonce|value)="[\w.-]+"/g, '');
    // A colleague of the same team, as the database sees one.
    const { instance } = web();
    const south = instance.persona('officer-south');
    const { teamId } = instance.persona('officer');
    await instance.admin('update app.staff_user set team_id = $1 where user_id = $2', [teamId, south.userId]);
    for (const persona of ['officer-south', 'responder', 'lead', 'auditor', 'administrator']) {
      const other = await web().signedIn(persona);
      for (const step of ['', '/person', '/contact', '/check', '/late', '/declined', '/delete']) {
        const hidden = await other.get(`/referrals/drafts/${id}${step}`);
        expect([persona, step, hidden.statusCode]).toEqual([persona, step, 404]);
      }
      expect(same((await other.get(contact)).body)).toBe(same((await other.get(absent)).body));
      expect((await other.get('/referrals')).body).not.toContain(id);
    }
    const other = await web().signedIn('officer-south');
    const forged = { ...tokensOf((await other.get('/referrals/new')).body), revision: '2' };
    const posts = [
      other.send(contact, { ...forged, after: '', go: 'continue', number: '07700 900999' }),
      other.send(`/referrals/drafts/${id}/check`, { ...forged, time: '' }),
    ];
    for (const post of posts) expect((await post).statusCode).toBe(404);
    await instance.admin('update app.staff_user set team_id = $1 where user_id = $2', [
      south.teamId,
      south.userId,
    ]);
  });

  it('P8 is read under a row of the access log', async () => {
    const contact = await start();
    const id = idIn(contact);
    const logged = () => count(`app.access_log where person_id = '${id}' and basis = 'draft-author'`);
    const before = await logged();
    await officer.get(contact);
    expect(await logged()).toBe(before + 1);
  });

  it('is started once when the first step is sent twice', async () => {
    const page = await officer.get('/referrals/new');
    const fields = {
      ...tokensOf(page.body),
      revision: '1',
      after: 'next',
      go: 'continue',
      ...fieldsOfStep('person', typedReferral()),
    };
    const [first, second] = [
      await officer.send('/referrals/new', fields),
      await officer.send('/referrals/new', fields),
    ];
    expect(first.statusCode).toBe(303);
    expect(pathOf(second)).toBe(pathOf(first));
  });

  it('loses nothing to a second window: the older one is shown what the newer one says', async () => {
    const contact = await start();
    const opened = await officer.get(contact);
    const revision = /name="revision" value="(\d+)"/.exec(opened.body)?.[1] ?? '';
    await officer.post(contact, { number: '07700 900111' });
    const stale = {
      ...tokensOf(opened.body),
      revision,
      after: 'next',
      go: 'continue',
      number: '07700 900222',
    };
    const answer = await officer.send(contact, stale);
    expect(answer.statusCode).toBe(409);
    const page = plain(answer.body);
    expect(page).toContain('This step was changed in another window');
    expect(page).toContain('Number that is safe to call: 07700 900111');
    expect(answer.body).toMatch(/id="number"[^>]*value="07700 900222"/);
    expect((await officer.get(contact)).body).toMatch(/id="number"[^>]*value="07700 900111"/);
    const newer = /name="revision" value="(\d+)"/.exec(answer.body)?.[1] ?? '';
    expect((await officer.send(contact, { ...stale, revision: newer })).statusCode).toBe(303);
  });

  it('sends what was read on the check page: answers changed meanwhile are shown first', async () => {
    const check = pathOf(await fillDraft(officer, typedReferral()));
    const opened = await officer.get(check);
    await officer.post(check.replace('check', 'person'), { nameToAskFor: 'Sample Person Wren' });
    const revision = /name="revision" value="(\d+)"/.exec(opened.body)?.[1] ?? '';
    const before = await count('app.referral');
    const answer = await officer.send(check, { ...tokensOf(opened.body), revision, time: '' });
    expect(answer.statusCode).toBe(409);
    expect(plain(answer.body)).toContain('changed in another window');
    expect(plain(answer.body)).toContain('Sample Person Wren');
    expect(await count('app.referral')).toBe(before);
  });

  it('P11 makes one referral however often it is sent, and leads to its receipt ever after', async () => {
    const check = pathOf(await fillDraft(officer, typedReferral()));
    const opened = await officer.get(check);
    const revision = /name="revision" value="(\d+)"/.exec(opened.body)?.[1] ?? '';
    const fields = { ...tokensOf(opened.body), revision, time: '' };
    const before = await count('app.referral');
    const sent = await Promise.all([officer.send(check, fields), officer.send(check, fields)]);
    sent.push(
      await officer.send(check, { ...fields, idempotencyKey: '018f3c1e-0000-4000-8000-000000000001' }),
    );
    sent.push(await officer.get(check));
    const places = new Set(sent.map(pathOf));
    expect(places.size).toBe(1);
    const [receipt = ''] = [...places];
    expect(receipt).toMatch(/^\/referrals\/[0-9a-f-]{36}\/receipt$/);
    expect(await count('app.referral')).toBe(before + 1);
    expect(plain((await officer.get(receipt)).body)).toContain('It was sent once and received once');
    expect((await officer.get('/referrals')).body).not.toContain(idIn(check));
  });

  it('is gone from the vault with the sending, and its data key soon after', async () => {
    const check = pathOf(await fillDraft(officer, typedReferral()));
    const id = idIn(check);
    expect(await keysOf(id)).toBe(1);
    await officer.post(check, {});
    expect(await count(`vault.draft_record where draft_id = '${id}'`)).toBe(0);
    await expire();
    expect(await keysOf(id)).toBe(0);
  });

  it('can be deleted, at once and for good', async () => {
    const contact = await start();
    const id = idIn(contact);
    const gone = await officer.post(`/referrals/drafts/${id}/delete`, {});
    expect(pathOf(gone)).toBe('/referrals');
    expect(plain((await officer.get('/referrals')).body)).toContain('The draft is deleted');
    expect(await count(`vault.draft_record where draft_id = '${id}'`)).toBe(0);
    const after = await officer.get(contact);
    expect(after.statusCode).toBe(404);
    expect(plain(after.body)).toContain('It was sent or deleted, or its time ran out');
  });

  it('expires 20 hours after the last change, by the service’s clock, record and data key', async () => {
    const contact = await start();
    const id = idIn(contact);
    await web().instance.setNow('2026-03-02T20:00:00Z');
    await officer.post(contact, { number: '07700 900111' });
    await web().instance.setNow('2026-03-03T15:59:00Z');
    await expire();
    expect((await officer.get(contact)).statusCode).toBe(200);
    await web().instance.setNow('2026-03-03T16:05:00Z');
    expect((await officer.get(contact)).statusCode).toBe(404);
    expect(await expire()).toBeGreaterThan(0);
    expect(await keysOf(id)).toBe(0);
    expect(await count(`app.referral_draft where draft_id = '${id}'`)).toBe(0);
    expect(
      await rows('select event_type from app.journal where subject_id = $1 order by sequence', [id]),
    ).toEqual([{ event_type: 'draft.started' }, { event_type: 'draft.expired' }]);
    expect(await expire()).toBe(0);
  });

  it('of a disabled user can be sent by nobody, and expires like any other', async () => {
    const check = pathOf(await fillDraft(officer, typedReferral()));
    const { instance } = web();
    const { userId } = instance.persona('officer');
    await instance.admin(`update app.staff_user set state = 'disabled' where user_id = $1`, [userId]);
    const before = await count('app.referral');
    const opened = await officer.get(check);
    expect([303, 401, 403, 404]).toContain(opened.statusCode);
    expect(opened.body).not.toContain('Quill');
    await web().instance.setNow('2026-03-04T10:05:00Z');
    await expire();
    expect(await keysOf(idIn(check))).toBe(0);
    await instance.admin(`update app.staff_user set state = 'active' where user_id = $1`, [userId]);
    expect(await count('app.referral')).toBe(before);
  });

  it('is covered by a page with nothing on it, and nothing that was typed is lost', async () => {
    const contact = await start();
    const covered = await officer.post(contact, { number: '07700 900111', go: 'cover' });
    const cover = await officer.get(pathOf(covered));
    expect(plain(cover.body.replace(/^[\s\S]*<main/, '<main'))).not.toMatch(
      /referral|Quill|900111|Synergy|Waymark/i,
    );
    expect(cover.body).toContain(`href="${contact}"`);
    expect((await officer.get(contact)).body).toMatch(/id="number"[^>]*value="07700 900111"/);
  });

  it('does not lead away from the service when the cover is lifted', async () => {
    for (const back of ['https://example.org', '//example.org', '/\\example.org', '/sign-out']) {
      const { body } = await officer.get(`/cover?back=${encodeURIComponent(back)}`);
      expect(body).toContain('href="/">Show again');
    }
  });
});

describe('a person who does not want a call', () => {
  it.each(['not-now', 'no'])('“%s” sends and keeps nothing that identifies them', async (agreement) => {
    const before = await count('app.referral');
    const declined = pathOf(await fillDraft(officer, typedReferral({ agreement })));
    const id = idIn(declined);
    expect(declined).toBe(`/referrals/drafts/${id}/declined`);
    const page = plain((await officer.get(declined)).body);
    expect(page).toContain('Month: March 2026');
    const offers = await count('app.declined_offer');
    const kept = await officer.post(declined, {});
    expect(pathOf(kept)).toBe('/referrals');
    expect(plain((await officer.get('/referrals')).body)).toContain(
      'Nothing that identifies the person was kept',
    );
    expect(await count('app.declined_offer')).toBe(offers + 1);
    expect(await count('app.referral')).toBe(before);
    expect(await count(`vault.draft_record where draft_id = '${id}'`)).toBe(0);
    await expire();
    expect(await keysOf(id)).toBe(0);
  });

  it('cannot be sent by going to the check page', async () => {
    const declined = pathOf(await fillDraft(officer, typedReferral({ agreement: 'no' })));
    const check = declined.replace('declined', 'check');
    expect(pathOf(await officer.get(check))).toBe(declined);
    const hidden = { ...tokensOf((await officer.get(declined)).body), revision: '9', time: 'right' };
    expect(pathOf(await officer.send(check, hidden))).toBe(declined);
  });

  it('asks again about a day that is no day, and keeps the draft until it is right', async () => {
    const declined = pathOf(await fillDraft(officer, typedReferral({ agreement: 'not-now' })));
    for (const askAgain of ['soon', '30 2 2027', '1 3 2020', '1 1 2199']) {
      const wrong = await officer.post(declined, { askAgain });
      expect([askAgain, wrong.statusCode]).toEqual([askAgain, 400]);
      expect(wrong.body).toContain('href="#askAgain"');
    }
    expect(pathOf(await officer.post(declined, { askAgain: '27 April 2026' }))).toBe('/referrals');
    expect(
      await rows(`select ask_again_on::text as day from app.declined_offer where ask_again_on is not null`),
    ).toEqual([{ day: '2026-04-27' }]);
  });
});

describe('a referral that goes', () => {
  it('goes without a question when there is time', async () => {
    expect(pathOf(await sendReferral(officer))).toContain('/receipt');
  });

  it('P11 goes for the team that its author is in now, also when they began it in another', async () => {
    const { instance } = web();
    const { userId, teamId } = instance.persona('officer');
    const moved = instance.persona('officer-south').teamId;
    const check = pathOf(await fillDraft(officer, typedReferral()));
    const join = (team: unknown) =>
      instance.admin('update app.staff_user set team_id = $1 where user_id = $2', [team, userId]);
    await join(moved);
    const sent = await officer.post(check, {});
    await join(teamId);
    expect(pathOf(sent)).toContain('/receipt');
    expect(
      await rows('select referring_team_id from app.referral where referral_id = $1', [
        pathOf(sent).split('/')[2],
      ]),
    ).toEqual([{ referring_team_id: moved }]);
  });
});
