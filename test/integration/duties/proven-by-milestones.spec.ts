import { instant, isoOf, type CaseId, type MilestoneKind, type TrackId } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { facts, TrackActs } from '../tracks/support';
import { DutyActs } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const tracks = new TrackActs(instance);
const acts = new DutyActs(instance);

/** Reported on Monday 2 March 2026; the desk works on Monday 9 March. */
async function onTrack() {
  await instance().setNow('2026-03-02T10:05:00Z');
  const file = await promise.refer('2026-03-02T10:00:00Z');
  await instance().setNow('2026-03-09T10:00:00Z');
  await acts.answerAll();
  const trackId = await tracks.openedOf(file.caseId);
  return { ...file, trackId };
}

const record = (trackId: TrackId, kind: MilestoneKind, at: string, more = {}) =>
  tracks.recorded(trackId, facts(kind, at, more), { issueReason: 'learnt-late' });

/** A decision not to charge that the person was to be told of by the end of Tuesday 10 March. */
async function notCharged() {
  const file = await onTrack();
  await record(file.trackId, 'no-further-action', '2026-03-09T09:00:00Z');
  expect(isoOf((await acts.one(file.caseId, 'R6.12')).dueAt ?? instant('1970-01-01T00:00:00Z'))).toBe(
    '2026-03-10T23:59:59.000Z',
  );
  return file;
}

async function agrees(caseId: CaseId, entitlement: string) {
  const { id, state, dueAt, deliveredAt } = await acts.one(caseId, entitlement);
  expect(await acts.replayed(id)).toMatchObject({ state, dueAt, deliveredAt });
}

const historyOf = async (dutyId: string) =>
  instance().admin<{ type: string; by: string | null }>(
    `select event_type as type, payload->>'deliveredBy' as by from app.journal
     where subject_kind = 'duty' and subject_id = $1 and event_type like 'duty.deliver%' order by position`,
    [dutyId],
  );

describe('a milestone that proves a delivery', () => {
  it('settles what has no time, with the milestone as evidence', async () => {
    const { caseId, trackId } = await onTrack();
    await record(trackId, 'crime-recorded', '2026-03-09T09:00:00Z');
    expect(await acts.one(caseId, 'R3.1')).toMatchObject({ state: 'due', deliveredBy: null });
    const milestoneId = await record(trackId, 'written-confirmation', '2026-03-09T09:30:00Z');
    expect(await acts.one(caseId, 'R3.1')).toMatchObject({
      state: 'delivered',
      evidence: 'milestone-recorded',
      deliveredBy: milestoneId,
      deliveredAt: instant('2026-03-09T09:30:00Z'),
      confirmationAwaited: false,
    });
    expect(await acts.one(caseId, 'R2.1')).toMatchObject({ state: 'delivered' });
    const { id } = await acts.one(caseId, 'R3.1');
    expect(await historyOf(id)).toEqual([{ type: 'duty.delivered', by: milestoneId }]);
    await agrees(caseId, 'R3.1');
  });

  it('of the police is heard by the worker', async () => {
    const file = await onTrack();
    await tracks.recorded(file.trackId, facts('needs-assessed', '2026-03-09T09:30:00Z'), { by: 'officer' });
    expect(await acts.one(file.caseId, 'R4.1')).toMatchObject({ state: 'due' });
    await acts.answerAll();
    expect(await acts.one(file.caseId, 'R4.1')).toMatchObject({ state: 'delivered' });
  });

  it('in time is in time where another body owed it, though it is entered after silence', async () => {
    const { caseId, trackId } = await notCharged();
    await instance().setNow('2026-03-11T09:00:00Z');
    await acts.fire();
    expect(await acts.one(caseId, 'R6.12')).toMatchObject({ state: 'not-known' });
    await record(trackId, 'told-of-decision', '2026-03-10T16:00:00Z');
    expect(await acts.one(caseId, 'R6.12')).toMatchObject({ state: 'delivered', confirmationAwaited: false });
    await agrees(caseId, 'R6.12');
  });

  it('after the limit is late', async () => {
    const { caseId, trackId } = await notCharged();
    await instance().setNow('2026-03-12T09:00:00Z');
    await acts.fire();
    await record(trackId, 'told-of-decision', '2026-03-11T16:00:00Z');
    expect(await acts.one(caseId, 'R6.12')).toMatchObject({ state: 'delivered-late' });
    await agrees(caseId, 'R6.12');
  });

  it('of the day alone counts on that day, of the month alone is left to the desk', async () => {
    const { caseId, trackId } = await notCharged();
    await record(trackId, 'told-of-decision', '2026-03-01T00:00:00Z', { precision: 'month' });
    expect(await acts.one(caseId, 'R6.12')).toMatchObject({ state: 'due' });
    await record(trackId, 'told-of-decision', '2026-03-09T00:00:00Z', { precision: 'day' });
    expect(await acts.one(caseId, 'R6.12')).toMatchObject({
      state: 'delivered',
      deliveredAt: instant('2026-03-09T09:00:00Z'),
    });
  });

  it('takes the delivery along when it is corrected, and back when it never happened', async () => {
    const { caseId, trackId } = await notCharged();
    await instance().setNow('2026-03-12T09:00:00Z');
    const first = await record(trackId, 'told-of-decision', '2026-03-10T16:00:00Z');
    const { id } = await acts.one(caseId, 'R6.12');
    expect(
      await tracks.correct(trackId, first, facts('told-of-decision', '2026-03-11T16:00:00Z')),
    ).toMatchObject({
      kind: 'recorded',
    });
    const late = await acts.one(caseId, 'R6.12');
    expect(late).toMatchObject({ state: 'delivered-late', deliveredAt: instant('2026-03-11T16:00:00Z') });
    const second = late.deliveredBy;
    expect(await historyOf(id)).toEqual([
      { type: 'duty.delivered', by: first },
      { type: 'duty.delivery-taken-back', by: null },
      { type: 'duty.delivered-late', by: second },
    ]);
    if (second === null) throw new Error('the corrected milestone proves it');
    await tracks.withdraw(trackId, second);
    expect(await acts.one(caseId, 'R6.12')).toMatchObject({
      state: 'due',
      deliveredBy: null,
      evidence: null,
    });
    await acts.fire();
    expect(await acts.one(caseId, 'R6.12')).toMatchObject({ state: 'not-known' });
    await agrees(caseId, 'R6.12');
  });

  it('entered before what opens it proves it once that is entered', async () => {
    const { caseId, trackId } = await onTrack();
    await record(trackId, 'written-confirmation', '2026-03-09T09:30:00Z');
    await record(trackId, 'crime-recorded', '2026-03-09T09:00:00Z');
    expect(await acts.one(caseId, 'R3.1')).toMatchObject({ state: 'delivered' });
  });

  it('settles its own investigation and no other', async () => {
    const { caseId, trackId } = await onTrack();
    const other = await tracks.open({ kind: 'case', caseId }, 'responder', true);
    if (other.kind !== 'opened') throw new Error(other.kind);
    for (const track of [trackId, other.trackId])
      await record(track, 'crime-recorded', '2026-03-09T09:00:00Z');
    await record(other.trackId, 'written-confirmation', '2026-03-09T09:30:00Z');
    const found = (await acts.of(caseId)).filter(({ entitlementId }) => entitlementId === 'R3.1');
    expect(new Map(found.map((duty) => [duty.trackId, duty.state]))).toEqual(
      new Map([
        [trackId, 'due'],
        [other.trackId, 'delivered'],
      ]),
    );
  });

  it('leaves what the desk took back to the desk, and what the person declined as it is', async () => {
    const { caseId, trackId } = await notCharged();
    await record(trackId, 'told-of-decision', '2026-03-09T09:40:00Z');
    const delivered = await acts.one(caseId, 'R6.12');
    expect(await acts.keep(delivered, { kind: 'take-back' })).toMatchObject({ kind: 'kept' });
    await record(trackId, 'suspect-identified', '2026-03-09T09:45:00Z');
    await record(trackId, 'needs-changed', '2026-03-09T09:45:00Z');
    expect(await acts.one(caseId, 'R6.12')).toMatchObject({ state: 'due' });
    const review = await acts.one(caseId, 'R6.15');
    await acts.keep(review, {
      kind: 'decline',
      choice: 'declined',
      at: instant('2026-03-09T09:50:00Z'),
      how: 'phone',
    });
    await record(trackId, 'review-asked', '2026-03-09T09:55:00Z');
    expect(await acts.one(caseId, 'R6.15')).toMatchObject({ state: 'declined', deliveredBy: null });
    expect(await acts.one(caseId, 'R6.16')).toMatchObject({ state: 'delivered' });
  });
});
