import type { MilestoneId, TrackId, UserId } from '../ids';
import { instant, type Instant } from '../time';
import { confirmDelivery } from './acts';
import { anEntitlement, around, aVersion, facts, OURS, told } from './duties.samples';
import type { Duty } from './duty';
import { answerEvent, type DutyFacts } from './open';
import { deliverProven, takeBackUnproven, type MilestoneProof } from './proof';

const POLICE = anEntitlement({ deliveredOn: ['written_confirmation_given'] });
/** Ours, in ten working days. */
const SERVICE = { ...OURS, deliveredOn: ['complaint_answered'] } as const;
const versions = [aVersion({ entitlements: [POLICE, SERVICE] })];
const TRACK = 'track-1' as TrackId;

/** Friday 5 March 2027, 10:00: five working days end on Friday 12 March. */
const OPENED = '2027-03-05T10:00:00Z';

function opened(event: Parameters<typeof told>[0], id = 'trigger-1', at = OPENED): Duty {
  const [step] = answerEvent({ ...told(event, at, id), trackId: TRACK }, knowing([], at));
  if (!step) throw new Error('nothing opened');
  return step.duty;
}

function knowing(duties: readonly Duty[], now: string | Instant): DutyFacts {
  return facts(duties, around(now), { versions });
}

function aProof(at: string, change: Partial<MilestoneProof> = {}): MilestoneProof {
  return {
    id: 'milestone-1' as MilestoneId,
    trackId: TRACK,
    event: 'written_confirmation_given',
    happenedAt: instant(at),
    precision: 'minute',
    recordedBy: 'user-1' as UserId,
    ...change,
  };
}

function proven(duties: readonly Duty[], proofs: readonly MilestoneProof[], now: string): readonly Duty[] {
  return deliverProven(knowing(duties, now), { proofs, isNew: () => true }).map(({ duty }) => duty);
}

describe('what a milestone proves', () => {
  it.each([
    ['Friday 12 March, the last second', '2027-03-12T23:59:59Z', 'delivered'],
    ['Saturday 13 March, the first second after', '2027-03-13T00:00:00Z', 'delivered-late'],
  ])('was delivered when it happened: %s', (_day, at, state) => {
    const [duty] = proven([opened('suspect_arrested')], [aProof(at)], '2027-03-20T10:00:00Z');
    expect(duty).toMatchObject({ state, deliveredAt: instant(at), confirmationAwaited: false });
  });

  it('counts as late until a second person confirms it where this service owed it and it was entered after the limit', () => {
    const proof = aProof('2027-03-12T10:00:00Z', { event: 'complaint_answered' });
    const [duty] = proven([opened('complaint_received')], [proof], '2027-04-20T10:00:00Z');
    if (!duty) throw new Error('it is proven');
    expect(duty).toMatchObject({ state: 'delivered-late', confirmationAwaited: true });
    const now = instant('2027-04-20T11:00:00Z');
    expect(confirmDelivery(duty, { by: 'user-1' as UserId, now })).toMatchObject({ reason: 'own-entry' });
    expect(confirmDelivery(duty, { by: 'user-2' as UserId, now })).toMatchObject({
      step: { duty: { state: 'delivered', deliveredBy: proof.id } },
    });
  });

  it.each([
    ['lies before what opened it', aProof('2027-03-05T09:00:00Z')],
    ['is of another investigation', aProof('2027-03-08T10:00:00Z', { trackId: 'track-2' as TrackId })],
    ['is known by its month alone', aProof('2027-03-01T00:00:00Z', { precision: 'month' })],
    ['is known by its year alone', aProof('2027-01-01T00:00:00Z', { precision: 'year' })],
    ['proves something else', aProof('2027-03-08T10:00:00Z', { event: 'expenses_paid' })],
  ])('is nothing where it %s', (_why, proof) => {
    expect(proven([opened('suspect_arrested')], [proof], '2027-03-20T10:00:00Z')).toEqual([]);
  });

  it('is what was opened last before it, and the first of several milestones', () => {
    const earlier = opened('suspect_arrested');
    const later = {
      ...opened('suspect_arrested', 'trigger-2', '2027-03-08T10:00:00Z'),
      id: 'duty-9' as Duty['id'],
    };
    const proofs = [
      aProof('2027-03-10T10:00:00Z', { id: 'second' as MilestoneId }),
      aProof('2027-03-09T10:00:00Z', { id: 'first' as MilestoneId }),
    ];
    const delivered = proven([earlier, later], proofs, '2027-03-20T10:00:00Z');
    expect(delivered.map(({ triggerId, deliveredBy }) => [triggerId, deliveredBy])).toEqual([
      ['trigger-2', 'first'],
    ]);
  });

  it('is taken back once no milestone stands for it, and nothing else is', () => {
    const [duty] = proven(
      [opened('suspect_arrested')],
      [aProof('2027-03-08T10:00:00Z')],
      '2027-03-20T10:00:00Z',
    );
    if (!duty) throw new Error('it is proven');
    const now = around('2027-03-20T10:00:00Z');
    expect(takeBackUnproven({ duties: [duty], around: now }, [aProof('2027-03-08T10:00:00Z')])).toEqual([]);
    expect(takeBackUnproven({ duties: [duty], around: now }, [])).toMatchObject([
      { duty: { state: 'due', deliveredBy: null, evidence: null, deliveredAt: null } },
    ]);
    const byHand: Duty = { ...duty, deliveredBy: null, evidence: 'person-said' };
    expect(takeBackUnproven({ duties: [byHand], around: now }, [])).toEqual([]);
  });

  it('is left alone by whoever looked at both before', () => {
    const known = knowing([opened('suspect_arrested')], '2027-03-20T10:00:00Z');
    expect(deliverProven(known, { proofs: [aProof('2027-03-08T10:00:00Z')], isNew: () => false })).toEqual(
      [],
    );
  });
});
