import type { MilestoneId, TrackId, UserId } from '../ids';
import type { Instant } from '../time';
import { certainlyBefore, type Precision } from '../tracks/milestone';
import { deliverDuty, takeBackDelivery } from './acts';
import type { DutyStep } from './clock';
import type { CodeEvent } from './code-events';
import type { Duty } from './duty';
import { concerns, entitlementOf, UNSETTLED, type DutyFacts } from './open';

/** A milestone that stands, for what it proves to have been delivered. */
export interface MilestoneProof {
  readonly id: MilestoneId;
  readonly trackId: TrackId;
  readonly event: CodeEvent;
  readonly happenedAt: Instant;
  readonly precision: Precision;
  readonly recordedBy: UserId | null;
}

/** Takes back every delivery that rests on a milestone which was corrected since, or never happened. */
export function takeBackUnproven(
  { duties, around }: Pick<DutyFacts, 'duties' | 'around'>,
  proofs: readonly MilestoneProof[],
): readonly DutyStep[] {
  const standing = new Set(proofs.map(({ id }) => id));
  return duties.flatMap((duty) => {
    if (duty.deliveredBy === null || standing.has(duty.deliveredBy)) return [];
    const taken = takeBackDelivery(duty, { by: null, now: around.now });
    return taken.kind === 'changed' ? [taken.step] : [];
  });
}

/**
 * Delivers what milestones prove, as the catalogue says which proves what: at the time of the first that does. Of what
 * one milestone may prove it proves what was opened last before it, as a person is told of the latest decision. One that
 * is known only by its month or year, or lies before what opened the entitlement, is left to the desk. So is what the
 * desk took back: `isNew` says which milestones and which duties nobody has looked at together yet.
 */
export function deliverProven(
  facts: Pick<DutyFacts, 'duties' | 'versions' | 'around'>,
  {
    proofs,
    isNew,
  }: {
    readonly proofs: readonly MilestoneProof[];
    readonly isNew: (proof: MilestoneProof, duty: Duty) => boolean;
  },
): readonly DutyStep[] {
  const exact = proofs.filter(({ precision }) => precision === 'minute' || precision === 'day');
  return facts.duties.flatMap((duty) => {
    if (!UNSETTLED.includes(duty.state)) return [];
    const [proof] = exact
      .filter((one) => isNew(one, duty) && latestOf(one, facts).includes(duty))
      .toSorted((a, b) => a.happenedAt - b.happenedAt);
    if (proof === undefined) return [];
    const delivered = deliverDuty(duty, {
      // A milestone of which only the day is known stands for the day's first instant.
      at: proof.happenedAt < duty.triggeredAt ? duty.triggeredAt : proof.happenedAt,
      evidence: 'milestone-recorded',
      deliveredBy: proof.id,
      earlyReason: null,
      by: proof.recordedBy,
      now: facts.around.now,
    });
    return delivered.kind === 'changed' ? [delivered.step] : [];
  });
}

/** What a milestone may prove: the duties of its investigation that were opened last before it. */
function latestOf(proof: MilestoneProof, facts: Pick<DutyFacts, 'duties' | 'versions'>): readonly Duty[] {
  const meant = facts.duties.filter(
    (duty) =>
      duty.state !== 'not-applicable' &&
      concerns(duty, proof) &&
      entitlementOf(facts, duty).deliveredOn.includes(proof.event) &&
      !certainlyBefore(proof, { happenedAt: duty.triggeredAt, precision: 'minute' }),
  );
  const last = Math.max(...meant.map(({ triggeredAt }) => triggeredAt));
  return meant.filter(({ triggeredAt }) => triggeredAt === last);
}
