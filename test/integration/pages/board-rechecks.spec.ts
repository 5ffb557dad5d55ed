import type { CaseId } from '#libs/domain';
import { openDesk, plain, type Desk } from '../../support/desk';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import { facts, TrackActs } from '../tracks/support';

const web = useWeb();
const promise = new PromiseActs(() => web().instance);
const acts = new TrackActs(() => web().instance);

const STRIP = 'must be asked again whether contact is safe.';
const VIEW = '/board?view=rechecks';

let desk: Desk;
let lead: WebBrowser;

/** Somebody who was spoken with on the day of the report; it is autumn when the test begins. */
async function reached(): Promise<ReferredCase> {
  await web().instance.setNow('2026-03-02T10:05:30Z');
  const referred = await promise.refer('2026-03-02T10:00:00Z');
  const [happened, typedIn] = ['2026-03-02T10:10:00Z', '2026-03-02T10:15:00Z'];
  await promise.attempt(referred, 'spoke', { happened, typedIn });
  await web().instance.setNow('2026-10-05T09:00:00Z');
  return referred;
}

async function arrested({ referralId }: Pick<ReferredCase, 'referralId'>): Promise<void> {
  const trackId = await acts.openedByPolice(referralId);
  await acts.recorded(trackId, facts('suspect-arrested', '2026-10-05T08:00:00Z'), { by: 'officer' });
}

async function settled(caseId: CaseId): Promise<void> {
  const [open] = await web().instance.admin<{ id: Parameters<TrackActs['settle']>[0] }>(
    `select recheck_id as id from app.contact_recheck where case_id = $1 and state = 'open'`,
    [caseId],
  );
  if (open === undefined) throw new Error('nobody must be asked again');
  await acts.settle(open.id, 'find-still-safe');
}

const countIn = (body: string): number =>
  Number(/href="\/board\?view=rechecks"[^>]*>Ask again if safe \((\d+)\)/.exec(body)?.[1]);

beforeEach(async () => {
  await web().instance.admin(
    `update app.contact_recheck set state = 'still-safe', settled_at = app.service_now(),
     settled_by = (select user_id from app.staff_user where role = 'duty-lead' limit 1) where state = 'open'`,
  );
  desk = await openDesk(web());
  lead = await web().signedIn('lead');
});

describe('the board, when the police say that a suspect was arrested', () => {
  it('shows at once whom to ask again, though they were reached long ago, until somebody has asked', async () => {
    const referred = await reached();
    const path = `/cases/${referred.caseId}`;
    const before = await desk.responder.get('/board');
    expect([countIn(before.body), before.body.includes(path), before.body.includes(STRIP)]).toEqual([
      0,
      false,
      false,
    ]);
    await arrested(referred);

    const board = await desk.responder.get('/board');
    expect([countIn(board.body), board.body.includes(path)]).toEqual([1, false]);
    const words = plain(board.body);
    expect(words).toMatch(/1 person must be asked again [a-z ]+\. It is due today at 11am: in (59 m|1 h)\./);
    expect(words.indexOf(STRIP)).toBeLessThan(words.indexOf('Times as at'));
    expect(board.body).toContain(`href="${VIEW}">See who must be asked again</a>`);
    expect(plain((await desk.responder.get('/board?view=mine')).body)).toContain(STRIP);

    const view = await desk.responder.get(VIEW);
    expect(view.body).toContain(`href="${path}"`);
    const row = plain(view.body);
    expect(row).toMatch(
      /Ask again whether contact is safe Since today at 10am, due today at 11am in (59\sm|1\sh)/,
    );
    expect(row).not.toContain(STRIP);
    await web().instance.setNow('2026-10-05T10:05:30Z');
    expect(plain((await lead.get('/board')).body)).toContain('It was due today at 11am: overdue by 5 m.');
    expect(plain((await lead.get('/board/wall')).body)).toMatch(/Ask again if safe\s+1\b/);

    await settled(referred.caseId);
    const after = await desk.responder.get('/board');
    expect([countIn(after.body), after.body.includes(STRIP)]).toEqual([0, false]);
    expect((await desk.responder.get(VIEW)).body).not.toContain(path);
  });

  it('counts and lists as many as there are, danger first, and says when the first is due', async () => {
    const [calm, danger] = [await reached(), await reached()];
    await web().instance.admin('update app.case_file set danger = true where case_id = $1', [danger.caseId]);
    await arrested(calm);
    await web().instance.setNow('2026-10-05T09:20:00Z');
    await arrested(danger);
    const { body } = await desk.responder.get(VIEW);
    expect(countIn(body)).toBe(2);
    const listed = [...body.matchAll(/rowheader[^>]*><a[^>]*href="\/cases\/([^"]+)"/g)].map(([, id]) => id);
    expect(listed).toEqual([danger.caseId, calm.caseId]);
    expect(plain((await desk.responder.get('/board')).body)).toMatch(
      /2 people must be asked again [a-z ]+\. The first is due today at 11am: in (39|40) m\./,
    );
  });

  it('P7 tells whoever is behind a wall nothing of it, and leaves out a case that is closed', async () => {
    const [walled, closed] = [await reached(), await reached()];
    await arrested(walled);
    await arrested(closed);
    await lead.post(`/cases/${walled.caseId}/walls`, {
      who: 'colleague',
      colleague: web().instance.persona('responder').userId,
      basis: 'person-said',
    });
    const mine = await desk.responder.get(VIEW);
    expect([countIn(mine.body), mine.body.includes(walled.caseId)]).toEqual([1, false]);
    expect(countIn((await lead.get(VIEW)).body)).toBe(2);
    await web().instance.admin(
      `update app.case_file set closed_at = app.service_now(), contact_state = 'closed' where case_id = $1`,
      [closed.caseId],
    );
    expect(plain((await desk.responder.get('/board')).body)).not.toContain(STRIP);
    expect(countIn((await lead.get('/board')).body)).toBe(1);
  });

  it('P7 is not there for the officer who entered it', async () => {
    await arrested(await reached());
    expect((await desk.officer.get(VIEW)).statusCode).toBe(404);
  });
});
