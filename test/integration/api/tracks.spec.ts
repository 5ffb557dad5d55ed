import { aShareOfInvestigation, aTrack } from './support/track-operations';
import { NOW, useApi } from './support/use-api';

const api = useApi();
beforeEach(() => api().web.instance.setNow(NOW));

interface Action {
  readonly action: string;
  readonly href: string;
}
interface Track {
  readonly stage: string;
  readonly nextCourt: { readonly family: string; readonly at: string } | null;
  readonly trialMoves: number;
  readonly position: { readonly position: string } | null;
  readonly recheck: { readonly recheckId: string } | null;
  readonly milestones: readonly {
    readonly milestoneId: string;
    readonly kind: string;
    readonly state: string;
    readonly issues: readonly string[];
    readonly availableActions: readonly Action[];
  }[];
  readonly availableActions: readonly Action[];
}

const FACTS = {
  detail: null,
  precision: 'minute',
  courtAt: null,
  decidedBy: null,
  toldAt: null,
  issueReason: null,
};

const read = async (by: string, id: string) =>
  (await (await api().as(by)).get(`/api/v1/tracks/${id}`)).json<Track>();

async function record(by: string, id: string, kind: string, more: object = {}) {
  const body = { ...FACTS, kind, happenedAt: '2026-08-31T10:00:00+01:00', ...more };
  return (await api().as(by)).post(`/api/v1/tracks/${id}/milestones`, body);
}

describe('investigations through the API', () => {
  it('are opened once, found from the case, and say what may be done', async () => {
    const { caseId } = await api().refer();
    const responder = await api().as('responder');
    const open = () => responder.post(`/api/v1/cases/${caseId}/tracks`, { another: false });
    const { trackId } = (await open()).json<{ trackId: string }>();
    expect((await open()).json()).toEqual({ trackId });
    const list = (await responder.get(`/api/v1/cases/${caseId}/tracks`)).json<{
      tracks: { trackId: string }[];
      availableActions: Action[];
    }>();
    expect(list.tracks.map((one) => one.trackId)).toEqual([trackId]);
    expect(list.availableActions.map(({ action }) => action)).toEqual(['read-track', 'open-track']);
    const desk = await read('responder', trackId);
    expect(desk.availableActions.map(({ action }) => action)).toEqual([
      'record-milestone',
      'record-position',
      'hand-over',
    ]);
    expect((await read('manager', trackId)).availableActions).toEqual([]);
  });

  it('take milestones with both times, the next day in court, and corrections that supersede', async () => {
    const id = await aTrack(api());
    await record('responder', id, 'suspect-identified', { happenedAt: '2026-08-28T10:00:00+01:00' });
    await record('responder', id, 'suspect-charged', { happenedAt: '2026-08-29T10:00:00+01:00' });
    const set = await record('responder', id, 'trial-set', { courtAt: '2027-05-04T10:00:00+01:00' });
    expect(set.statusCode).toBe(201);
    const track = await read('responder', id);
    expect([track.stage, track.nextCourt?.family, track.trialMoves]).toEqual(['trial', 'trial', 0]);
    const charge = track.milestones.find(({ kind }) => kind === 'suspect-charged');
    const correct = charge?.availableActions.find(({ action }) => action === 'correct');
    const body = { ...FACTS, happenedAt: '2026-08-30T10:00:00+01:00', reason: 'wrong-date' };
    const responder = await api().as('responder');
    expect((await responder.post(correct?.href ?? '', body)).statusCode).toBe(201);
    const after = await read('responder', id);
    expect(
      after.milestones
        .filter(({ kind }) => kind === 'suspect-charged')
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['standing', 'superseded']);
    expect((await responder.post(correct?.href ?? '', body)).statusCode).toBe(409);
  });

  it('refuse what cannot be, and ask why about what is only unusual', async () => {
    const id = await aTrack(api());
    const ahead = await record('responder', id, 'crime-recorded', { happenedAt: '2027-01-01T10:00:00Z' });
    expect([ahead.statusCode, ahead.json().errors[0].field]).toEqual([422, 'happenedAt']);
    const detail = await record('responder', id, 'court-bail-decided', { detail: 'screens' });
    expect([detail.statusCode, detail.json().errors[0].field]).toEqual([422, 'detail']);
    const verdict = await record('responder', id, 'guilty-verdict');
    expect([verdict.statusCode, verdict.json().reason]).toEqual([422, 'unusual']);
    const kept = await record('responder', id, 'guilty-verdict', { issueReason: 'learnt-late' });
    expect(kept.statusCode).toBe(201);
    expect((await read('responder', id)).milestones[0]?.issues).toEqual(['earlier-step-missing']);
    const nonsense = await record('responder', id, 'no-such-kind');
    expect(nonsense.statusCode).toBe(422);
  });

  it('ask why about steps out of order and a trial on a day that is over, and keep them with what is unusual', async () => {
    const id = await aTrack(api());
    const step = (kind: string, day: string, more: object = {}) =>
      record('responder', id, kind, { happenedAt: `${day}T10:00:00+01:00`, ...more });
    const late = { issueReason: 'learnt-late' };
    expect((await step('suspect-identified', '2026-08-28')).statusCode).toBe(201);
    expect((await step('guilty-verdict', '2026-08-29', late)).statusCode).toBe(201);
    const charge = await step('suspect-charged', '2026-08-30');
    expect([charge.statusCode, charge.json().reason]).toEqual([422, 'unusual']);
    expect((await step('suspect-charged', '2026-08-30', late)).statusCode).toBe(201);
    const over = { courtAt: '2026-08-31T10:00:00+01:00' };
    const backwards = await step('trial-set', '2026-08-31', { courtAt: '2026-08-27T10:00:00+01:00' });
    expect([backwards.statusCode, backwards.json().reason]).toEqual([422, 'court-date-before-set']);
    const trial = await step('trial-set', '2026-08-30', over);
    expect([trial.statusCode, trial.json().reason]).toEqual([422, 'unusual']);
    expect((await step('trial-set', '2026-08-30', { ...over, ...late })).statusCode).toBe(201);
    const { milestones } = await read('responder', id);
    const issuesOf = (kind: string) => milestones.find((one) => one.kind === kind)?.issues;
    expect(issuesOf('suspect-charged')).toEqual(['after-later-step']);
    expect(issuesOf('trial-set')).toContain('court-date-past');
  });

  it('open the question about contact, which the desk answers', async () => {
    const id = await aTrack(api());
    expect((await record('adviser', id, 'suspect-arrested')).statusCode).toBe(201);
    const track = await read('responder', id);
    const answer = track.availableActions.find(({ action }) => action === 'answer-recheck');
    const responder = await api().as('responder');
    const missing = await responder.post(answer?.href ?? '', {
      answer: 'judge-not-needed',
      notNeededBecause: null,
    });
    expect([missing.statusCode, missing.json().errors[0].field]).toEqual([422, 'notNeededBecause']);
    const settled = await responder.post(answer?.href ?? '', {
      answer: 'find-still-safe',
      notNeededBecause: null,
    });
    expect(settled.statusCode).toBe(200);
    expect(
      (await responder.post(answer?.href ?? '', { answer: 'find-changed', notNeededBecause: null }))
        .statusCode,
    ).toBe(409);
    expect((await read('adviser', id)).recheck).toBeNull();
  });

  it('P7 give an officer what the police entered and nothing of support', async () => {
    const { caseId, referralId } = await api().refer();
    const responder = await api().as('responder');
    const opened = await responder.post(`/api/v1/cases/${caseId}/tracks`, { another: false });
    const { trackId } = opened.json<{ trackId: string }>();
    await record('responder', trackId, 'needs-changed');
    const said = {
      position: 'withdrew',
      saidAt: '2026-08-31T10:00:00+01:00',
      reason: 'not-said',
      toldInPerson: 'yes',
    };
    await responder.post(`/api/v1/tracks/${trackId}/positions`, { ...said, corrects: null });
    const officer = await api().as('officer');
    const theirs = await officer.post(`/api/v1/referrals/${referralId}/tracks`, { another: true });
    expect(theirs.json()).toEqual({ trackId });
    await record('officer', trackId, 'crime-recorded');
    const track = await read('officer', trackId);
    expect(track.milestones.map(({ kind }) => kind)).toEqual(['crime-recorded']);
    expect([track.position, track.recheck]).toEqual([null, null]);
    expect(JSON.stringify(track)).not.toContain(caseId);
    expect((await record('officer-south', trackId, 'crime-recorded')).statusCode).toBe(404);
    const desk = await read('responder', trackId);
    const own = desk.milestones.find(({ kind }) => kind === 'crime-recorded');
    expect(own?.availableActions).toEqual([]);
  });

  it('P6 open to a service through its share', async () => {
    const shareId = await aShareOfInvestigation(api());
    const adviser = await api().as('adviser');
    const opened = await adviser.post(`/api/v1/shared/${shareId}/tracks`, { another: false });
    expect(opened.statusCode).toBe(201);
    expect((await adviser.get(`/api/v1/shared/${shareId}/tracks`)).json().tracks).toHaveLength(1);
    const { trackId } = opened.json<{ trackId: string }>();
    expect((await record('adviser', trackId, 'statement-wanted')).statusCode).toBe(201);
    expect((await (await api().as('sarc')).get(`/api/v1/tracks/${trackId}`)).statusCode).toBe(404);
  });
});
