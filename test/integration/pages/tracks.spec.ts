import type { CaseId } from '#libs/domain';
import { openDesk, plain, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { FormFields } from '../../support/web-forms';
import type { WebBrowser } from '../../support/web-browser';
import { ConsentActs } from '../consent/support';
import { press, sentRequest } from './service-request-support';

const web = useWeb();
const consent = new ConsentActs(() => web().instance);

let desk: Desk;
let path: string;
let other: string;
let asked: Awaited<ReturnType<typeof sentRequest>>;
let track: string;

async function following(browser: WebBrowser, base: string): Promise<string> {
  const opened = await browser.post(`${base}/tracks`, {});
  expect(opened.statusCode).toBe(303);
  return String(opened.headers.location);
}

const hrefOf = (body: string, base: string) =>
  new RegExp(`href="(${base}/[0-9a-f-]{36})"`).exec(body)?.[1] ?? '';

const said = (browser: WebBrowser, of: string, kind: string, at: string, more: FormFields = {}) =>
  browser.post(`${of}/milestones/new?what=${kind}`, { ...typedMoment('at', at), ...more });

beforeAll(async () => {
  desk = await openDesk(web());
  path = await desk.aCase();
  other = await desk.aCase();
  asked = await sentRequest(desk, { agreed: ['identity', 'safe-contact', 'needs', 'investigation'] });
  await web().instance.setNow('2026-03-09T10:00:30Z');
  track = await following(desk.responder, path);
});

describe('an investigation at the desk', () => {
  it('is reached from the case, takes what happened, and shows it with the next day in court', async () => {
    const { responder } = desk;
    expect((await responder.get(path)).body).toContain(`href="${path}/tracks"`);
    expect(plain((await responder.get(track)).body)).toContain('Nothing is recorded yet.');
    const choose = await responder.get(`${track}/milestones`);
    expect(choose.body).toContain(`${track}/milestones/new?what=suspect-charged`);
    expect((await said(responder, track, 'suspect-identified', '2026-3-3 9am')).statusCode).toBe(303);
    expect((await said(responder, track, 'suspect-charged', '2026-3-4 9am')).statusCode).toBe(303);
    const set = await said(
      responder,
      track,
      'trial-set',
      '2026-3-5 9am',
      typedMoment('court', '2027-2-1 10am'),
    );
    expect(set.statusCode).toBe(303);
    const page = plain((await responder.get(track)).body);
    expect(page).toContain('Trial: Monday 1 February 2027 at 10am');
    expect(page).toContain('Suspect charged');
    expect(page).toContain('First responders');
  });

  it('takes a day or a month where no more is known', async () => {
    const { responder } = desk;
    const month = { atDay: '', atMonth: '2', atYear: '2026', atTime: '' };
    expect((await responder.post(`${track}/milestones/new?what=crime-recorded`, month)).statusCode).toBe(303);
    expect(plain((await responder.get(track)).body)).toContain('February 2026 (exact day not known)');
  });

  it('asks for what is missing, keeps what was typed, and says which field', async () => {
    const { responder } = desk;
    const wrong = await said(responder, track, 'court-bail-decided', '2026-3-12 9am');
    expect([wrong.statusCode, wrong.body.includes('href="#detail"')]).toEqual([400, true]);
    const ahead = await said(responder, track, 'statement-offered', '2026-3-12 9am');
    expect([ahead.statusCode, ahead.body.includes('href="#atDay"')]).toEqual([400, true]);
    expect(ahead.body).toContain('value="12"');
    const nothing = await responder.post(`${track}/milestones/new?what=statement-offered`, {
      atDay: '',
      atMonth: '',
      atYear: '',
      atTime: '',
    });
    expect(nothing.body).toContain('Enter when it happened');
    expect((await responder.get(`${track}/milestones/new?what=no-such-thing`)).statusCode).toBe(404);
  });

  it('asks why before it keeps a trial on a day that is over or a verdict before a charge', async () => {
    const fresh = await following(desk.responder, other);
    const verdict = await said(desk.responder, fresh, 'guilty-verdict', '2026-3-8 3pm');
    expect([verdict.statusCode, verdict.body.includes('href="#issueReason"')]).toEqual([400, true]);
    expect(plain(verdict.body)).toContain('A step that usually comes before it is not recorded.');
    const kept = await said(desk.responder, fresh, 'guilty-verdict', '2026-3-8 3pm', {
      issueReason: 'another-force-or-court',
    });
    expect(kept.statusCode).toBe(303);
    expect(plain((await desk.responder.get(fresh)).body)).toContain(
      'Unusual, kept because: another force or court did the earlier step.',
    );
    const charge = await said(desk.responder, fresh, 'suspect-charged', '2026-3-9 9am');
    expect([charge.statusCode, charge.body.includes('href="#issueReason"')]).toEqual([400, true]);
    expect(plain(charge.body)).toContain('It is dated after a step that usually comes later.');
    const over = typedMoment('court', '2026-3-6 10am');
    const trial = await said(desk.responder, fresh, 'trial-set', '2026-3-5 9am', over);
    expect([trial.statusCode, trial.body.includes('href="#issueReason"')]).toEqual([400, true]);
    expect(plain(trial.body)).toContain('The day in court is already over.');
    const why = { ...over, issueReason: 'learnt-late' };
    expect((await said(desk.responder, fresh, 'trial-set', '2026-3-5 9am', why)).statusCode).toBe(303);
  });

  it('corrects and withdraws, and keeps both readable', async () => {
    const { responder } = desk;
    expect((await said(responder, track, 'court-visited', '2026-3-6 9am')).statusCode).toBe(303);
    const entry = async (act: string) => {
      const body = (await responder.get(track)).body.split('<details')[0] ?? '';
      const at = body.indexOf('Visit to the court');
      return new RegExp(`href="([^"]+/${act})"`).exec(body.slice(at))?.[1] ?? '';
    };
    const correct = await entry('correct');
    expect((await responder.get(correct)).body).toContain('value="9:00"'.replace('9:00', '09:00'));
    const same = await responder.post(correct, { reason: 'wrong-date' });
    expect([same.statusCode, plain(same.body).includes('This is what is recorded already')]).toEqual([
      400,
      true,
    ]);
    const right = await responder.post(correct, {
      reason: 'wrong-date',
      ...typedMoment('at', '2026-3-7 9am'),
    });
    expect(right.statusCode).toBe(303);
    const withdraw = await entry('withdraw');
    expect((await responder.post(withdraw, {})).statusCode).toBe(400);
    expect((await responder.post(withdraw, { reason: 'did-not-happen' })).statusCode).toBe(303);
    const page = plain((await responder.get(track)).body);
    expect(page).toContain('Corrected: the date was wrong.');
    expect(page).toContain('Withdrawn: it did not happen.');
  });

  it('keeps the person’s own position and who is in charge', async () => {
    const { responder } = desk;
    const empty = await responder.post(`${track}/position`, {});
    expect([empty.statusCode, empty.body.includes('href="#position"')]).toEqual([400, true]);
    const withdrew = { position: 'withdrew', reason: 'time-it-takes', toldInPerson: 'no' };
    const kept = await responder.post(`${track}/position`, {
      ...withdrew,
      ...typedMoment('said', '2026-3-8 9am'),
    });
    expect(kept.statusCode).toBe(303);
    const page = plain((await responder.get(track)).body);
    expect(page).toContain('Withdrew from the prosecution');
    expect(page).toContain('They did not say this themselves.');
    const name = await responder.post(`${track}/officer`, {
      officer: 'Sgt Example',
      reason: 'first-officer',
      personTold: 'yes',
      ...typedMoment('from', '2026-3-2 9am'),
    });
    expect([name.statusCode, name.body.includes('href="#officer"')]).toEqual([400, true]);
    const officer = await responder.post(`${track}/officer`, {
      officer: '4417',
      reason: 'first-officer',
      personTold: 'yes',
      ...typedMoment('from', '2026-3-2 9am'),
    });
    expect(officer.statusCode).toBe(303);
    expect(plain((await responder.get(track)).body)).toContain('Officer 4417, since Monday 2 March 2026.');
  });

  it('marks board and page when the suspect is arrested, until somebody answers', async () => {
    const { responder } = desk;
    const arrested = await said(responder, track, 'suspect-arrested', '2026-3-9 8am');
    expect(arrested.statusCode).toBe(303);
    expect(plain((await responder.get('/board')).body)).toContain('Ask again whether contact is safe');
    expect((await responder.get(path)).body).toMatch(/href="[^"]+\/rechecks\//);
    const page = (await responder.get(track)).body;
    const recheck = /href="([^"]+\/rechecks\/[^"]+)"/.exec(page)?.[1] ?? '';
    const missing = await responder.post(recheck, {});
    expect([missing.statusCode, missing.body.includes('href="#answer"')]).toEqual([400, true]);
    const why = await responder.post(recheck, { answer: 'judge-not-needed' });
    expect([why.statusCode, why.body.includes('href="#reason"')]).toEqual([400, true]);
    const changed = await responder.post(recheck, { answer: 'find-changed' });
    expect([changed.statusCode, changed.headers.location]).toEqual([303, `${path}/safe-contact`]);
    expect((await responder.get(recheck)).statusCode).toBe(404);
    expect(plain((await responder.get('/board')).body)).not.toContain('Ask again whether contact is safe');
  });
});

describe('who comes in', () => {
  it('P7 officers of the team keep their own investigation and see nothing of support', async () => {
    const { officer } = desk;
    const referral = await web().instance.admin<{ referral_id: string }>(
      'select referral_id from app.case_file where case_id = $1',
      [path.split('/')[2]],
    );
    const base = `/referrals/${referral[0]?.referral_id}`;
    expect((await officer.get(base)).body).toContain(`href="${base}/tracks"`);
    const own = hrefOf((await officer.get(`${base}/tracks`)).body, `${base}/tracks`);
    const before = plain((await officer.get(own)).body);
    for (const kept of ['Suspect charged', 'Withdrew', '4417', 'Trial:', 'safety question'])
      expect(before).not.toContain(kept);
    expect(
      (await said(officer, own, 'released-on-bail', '2026-3-9 9am', { issueReason: 'learnt-late' }))
        .statusCode,
    ).toBe(303);
    const after = (await officer.get(own)).body;
    expect(plain(after)).toContain('Suspect released on police bail');
    expect(after).not.toContain('/cases/');
    const theirs = plain((await desk.responder.get(track)).body);
    expect(theirs).toContain('Suspect released on police bail');
    const south = await web().signedIn('officer-south');
    expect((await south.get(own)).statusCode).toBe(404);
    expect((await south.get(`${base}/tracks`)).statusCode).toBe(404);
    expect((await officer.get(track)).statusCode).toBe(404);
  });

  it('P6 a service comes in with a share of the investigation, and not with another', async () => {
    const adviser = await web().signedIn('adviser');
    expect((await adviser.get(track)).statusCode).toBe(404);
    const caseId = path.split('/')[2] as CaseId;
    const little = `/shared/${await consent.shared(caseId, ['identity'])}`;
    expect((await adviser.get(`${little}/tracks`)).statusCode).toBe(404);
    const theirs = hrefOf((await desk.responder.get(`${other}/tracks`)).body, `${other}/tracks`);
    const shared = `/shared/${await consent.shared(other.split('/')[2] as CaseId, ['identity', 'investigation'])}`;
    expect((await adviser.get(shared)).body).toContain(`href="${shared}/tracks"`);
    const at = `${shared}/tracks/${theirs.split('/').at(-1)}`;
    expect((await adviser.get(at)).statusCode).toBe(200);
    expect((await said(adviser, at, 'statement-wanted', '2026-3-8 9am')).statusCode).toBe(303);
    expect(plain((await desk.responder.get(theirs)).body)).toContain('A support service');
    expect((await adviser.get(`${shared}/tracks/${track.split('/').at(-1)}`)).statusCode).toBe(404);
  });

  it('shows a worker the next day in court on the caseload, where the investigation is shared', async () => {
    const { atService, casePath } = asked;
    const coordinator = await web().signedIn('coordinator');
    await press(coordinator, atService, 'accept');
    const followed = await following(desk.responder, casePath);
    await said(desk.responder, followed, 'suspect-identified', '2026-3-3 9am');
    await said(desk.responder, followed, 'suspect-charged', '2026-3-4 9am');
    await said(desk.responder, followed, 'trial-set', '2026-3-5 9am', typedMoment('court', '2027-2-1 10am'));
    const adviser = await web().signedIn('adviser');
    expect(plain((await adviser.get('/provider/caseload')).body)).toContain(
      'In court next: Trial, Monday 1 February 2027 at 10am',
    );

    const court = { detail: 'crown', ...typedMoment('court', '2026-3-9 11am') };
    expect((await said(desk.responder, followed, 'hearing-listed', '2026-3-6 9am', court)).statusCode).toBe(
      303,
    );
    const today = 'In court next: Hearing, Monday 9 March 2026 at 11am';
    expect(plain((await adviser.get('/provider/caseload')).body)).toContain(today);
    await web().instance.setNow('2026-03-09T12:00:30Z');
    const held = { detail: 'plea-and-preparation' };
    expect(plain((await adviser.get('/provider/caseload')).body)).toContain(today);
    expect((await said(desk.responder, followed, 'hearing-held', '2026-3-9 11:30am', held)).statusCode).toBe(
      303,
    );
    expect(plain((await adviser.get('/provider/caseload')).body)).toContain('In court next: Trial,');
    expect(plain((await desk.responder.get(followed)).body)).toContain('Trial: Monday 1 February 2027');
  });

  it('a service manager reads and keeps nothing', async () => {
    const manager = await web().signedIn('manager');
    expect((await manager.get(track)).statusCode).toBe(200);
    expect((await manager.get(`${track}/milestones`)).statusCode).toBe(404);
    const commissioner = await web().signedIn('commissioner');
    expect((await commissioner.get(track)).statusCode).toBe(404);
  });
});
