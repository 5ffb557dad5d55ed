import { openDesk, plain, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';

const web = useWeb();
let desk: Desk;

const NUMBER = { answer: 'route-given', number: '07700 900456', call: 'yes' };

beforeEach(async () => {
  desk = await openDesk(web());
});

/** A case whose one number does not work: the address of its task, and of the case. */
async function wrongNumber(): Promise<{ task: string; path: string; reference: string }> {
  const path = await desk.aCase();
  await desk.attempt(path, { outcome: 'number-not-working' });
  const [row] = await web().instance.admin<{ task_id: string; reference: string }>(
    'select task_id, reference from app.police_task where case_id = $1',
    [path.split('/')[2]],
  );
  if (!row) throw new Error('the police were not asked');
  return { task: `/tasks/${row.task_id}`, path, reference: row.reference };
}

const words = async (browser: WebBrowser, path: string) => plain((await browser.get(path)).body);

describe('the team’s tasks', () => {
  it('are the whole team’s, by reference and kind, with no name and no reason', async () => {
    const { task, reference } = await wrongNumber();
    const { body } = await desk.officer.get('/tasks');
    expect(body).toContain(`href="${task}"`);
    const said = plain(body);
    expect(said).toContain(`Check the number ${reference} today at`);
    expect(said).not.toMatch(/Quill|900123|not work/);
  });

  it('are nobody else’s: another team, a responder and a commissioner find nothing there', async () => {
    const { task, reference } = await wrongNumber();
    const south = await web().signedIn('officer-south');
    expect(await words(south, '/tasks')).not.toContain(reference);
    for (const other of [south, desk.responder, await web().signedIn('commissioner')]) {
      expect((await other.get(task)).statusCode).toBe(404);
      const sent = await other.send(task, { answer: 'no-contact-wanted' });
      expect([403, 404]).toContain(sent.statusCode);
    }
    expect((await desk.responder.get('/tasks')).statusCode).toBe(404);
  });

  it('P8 show initials on the page of the task, and each look leaves a row', async () => {
    const { task, path } = await wrongNumber();
    const looks = async () =>
      (
        await web().instance.admin(
          `select 1 from app.access_log a join app.case_file c using (person_id)
           where c.case_id = $1 and a.what = 'referral-identity' and a.basis = 'police-task'`,
          [path.split('/')[2]],
        )
      ).length;
    const before = await looks();
    const { body } = await desk.officer.get(task);
    expect(plain(body)).toContain('Initials S P Q');
    expect(body).not.toContain('Quill');
    expect(await looks()).toBe(before + 1);
  });

  it('take a number, thank, and tell the responders in the timeline', async () => {
    const { task, path } = await wrongNumber();
    const sent = await desk.officer.post(task, NUMBER);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/tasks']);
    const thanks = await words(desk.officer, '/tasks');
    expect(thanks).toContain('First responders have the number now.');
    expect(thanks).toContain('someone will call you, from now on and only at times you said are safe');
    const said = await words(desk.responder, path);
    expect(said).toContain('Number added by the police team');
    expect(said).toContain('Police answered, asked for a check of the number by the police team');
    expect(said).not.toContain('Do not call');
  });

  it('answered by a colleague meanwhile give 409 and say who was quicker', async () => {
    const { task } = await wrongNumber();
    const late = await web().signedIn('officer');
    const page = await late.get(task);
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const key = /name="idempotencyKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    await desk.officer.post(task, NUMBER);
    const sent = await late.send(task, {
      ...NUMBER,
      number: '07700 900457',
      owner: 'own',
      _csrf: token,
      idempotencyKey: key,
    });
    expect(sent.statusCode).toBe(409);
    expect(plain(sent.body)).toContain('Somebody was quicker. Nothing of yours was saved.');
    expect(plain(sent.body)).toContain('You answered today at');
  });

  it('“not yet” keeps the task and says when the team tries again', async () => {
    const { task } = await wrongNumber();
    const sent = await desk.officer.post(task, {
      answer: 'ask-again',
      ...typedMoment('again', '2026-3-2 13:00'),
    });
    expect(sent.statusCode).toBe(303);
    expect(await words(desk.officer, '/tasks')).toContain('Trying again today at 1pm');
  });

  it.each([
    ['nothing chosen', { answer: '' }, 'answer', 'Select what you can tell us'],
    ['no number', { ...NUMBER, number: '' }, 'number', 'Enter the safe number'],
    ['a number that may not be called', { ...NUMBER, call: 'no' }, 'call', 'safe to call'],
    ['the number that does not work', { ...NUMBER, number: '07700 900123' }, 'number', 'cannot be used'],
    [
      'someone else’s number without who they are',
      { ...NUMBER, owner: 'someone-else' },
      'whose',
      'who they are',
    ],
    [
      'a time that is past',
      { answer: 'ask-again', ...typedMoment('again', '2026-3-2 09:00') },
      'againDay',
      'in the future',
    ],
  ])('ask again about %s, and keep what was typed', async (_what, fields, field, sentence) => {
    const { task } = await wrongNumber();
    const { statusCode, body } = await desk.officer.post(task, fields);
    expect(statusCode).toBe(400);
    expect(body).toContain(`<a href="#${field}">`);
    expect(body).toMatch(new RegExp(`id="${field}"`));
    expect(plain(body)).toContain(sentence);
  });
});

describe('the desk’s side', () => {
  it('lists what police teams were asked, with the team, for the duty lead', async () => {
    const { path, reference } = await wrongNumber();
    const lead = await web().signedIn('lead');
    expect((await lead.get('/board')).body).toContain('href="/police-tasks"');
    const { body } = await lead.get('/police-tasks');
    expect(body).toContain(`href="${path}"`);
    expect(plain(body)).toContain(reference);
    expect((await desk.officer.get('/police-tasks')).statusCode).toBe(404);
  });

  it('asks the police by hand and says by when they should answer', async () => {
    const path = await desk.aCase();
    const ask = { kind: 'find-safe-route', cause: 'another-number-wanted' };
    const sent = await desk.responder.post(`${path}/ask-police`, ask);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, path]);
    expect(await words(desk.responder, path)).toContain('They should answer by today at');
    const again = await desk.responder.post(`${path}/ask-police`, ask);
    expect(again.statusCode).toBe(400);
    expect(plain(again.body)).toContain('The team has this question already');
  });

  it('lets only a duty lead take a number off hold, from nothing, and tells a stale form so', async () => {
    const path = await desk.aCase();
    await desk.attempt(path, { outcome: 'someone-else-answered' });
    const [row] = await web().instance.admin<{ route_id: string }>(
      'select r.route_id from app.contact_route r join app.case_file c using (person_id) where c.case_id = $1',
      [path.split('/')[2]],
    );
    const permissions = `${path}/routes/${row?.route_id}/permissions`;
    expect(await words(desk.responder, permissions)).toContain('a duty lead must look at it first');
    const lead = await web().signedIn('lead');
    const stale = await lead.post(permissions, { call: 'yes', saidBy: 'person', revision: '1' });
    expect(stale.statusCode).toBe(409);
    expect(plain(stale.body)).toContain('Nothing of yours was saved');
    const sent = await lead.post(permissions, { call: 'yes', saidBy: 'person' });
    expect(sent.statusCode).toBe(303);
    expect(await words(lead, path)).toContain('Number taken off hold by you');
    const south = `/cases/018f3c1e-0000-7000-8000-000000000001/routes/${row?.route_id}/permissions`;
    expect((await lead.get(south)).statusCode).toBe(404);
  });
});
