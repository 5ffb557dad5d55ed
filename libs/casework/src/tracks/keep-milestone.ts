import {
  correctMilestone,
  recheckDueAt,
  recordMilestone,
  ruleOf,
  sideOf,
  TURNING_POINTS,
  type ContactRecheckId,
  type CorrectionReason,
  type Entered,
  type Milestone,
  type MilestoneDecision,
  type MilestoneFacts,
  type MilestoneId,
  type MilestoneIssue,
  type MilestoneRefusal,
  type StaffActor,
  type Track,
  type TrackId,
  type UnusualReason,
} from '#libs/domain';
import { answerMilestone } from '../duties';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { reviewAtMilestone } from '../reviews';
import { deskTimezone } from './desk-timezone';
import { MOST_ENTRIES } from './most-entries';
import { lockTrackFor } from './track-access';
import { milestoneEnded, milestoneRecorded, recheckOpened } from './track-events';

export interface MilestoneInput {
  readonly trackId: TrackId;
  readonly facts: MilestoneFacts;
  /** Why it stands although something about it is unusual; null until somebody has been asked. */
  readonly issueReason: UnusualReason | null;
}

export interface MilestoneCorrection extends MilestoneInput {
  readonly milestoneId: MilestoneId;
  readonly reason: CorrectionReason;
}

export type KeepMilestoneOutcome =
  | { readonly kind: 'recorded'; readonly milestoneId: MilestoneId; readonly recheck: boolean }
  | { readonly kind: 'unusual'; readonly issues: readonly MilestoneIssue[] }
  | NotFound
  | Refused<MilestoneRefusal | 'case-closed' | 'too-many'>;

/** Enters what happened in an investigation, with everything that follows from it at once. */
export class RecordMilestone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: MilestoneInput,
    repeatable: Repeatable,
  ): Promise<Once<KeepMilestoneOutcome>> {
    return this.unitOfWork.once<KeepMilestoneOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) =>
        keep(tx, { ids: this.ids, actor, input }, (entry) =>
          recordMilestone({ ...entry, facts: input.facts }),
        ),
    );
  }
}

/** Puts a milestone right by another in its place; nothing is written over. */
export class CorrectMilestone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: MilestoneCorrection,
    repeatable: Repeatable,
  ): Promise<Once<KeepMilestoneOutcome>> {
    const { facts, milestoneId, reason } = input;
    return this.unitOfWork.once<KeepMilestoneOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) =>
        keep(tx, { ids: this.ids, actor, input }, (entry) => {
          const target = entry.others.find(({ id }) => id === milestoneId);
          return target === undefined ? null : correctMilestone({ ...entry, facts, target, reason });
        }),
    );
  }
}

type Entry = Omit<Parameters<typeof recordMilestone>[0], 'facts'>;

async function keep(
  tx: Transaction,
  keeping: { readonly ids: Ids; readonly actor: StaffActor; readonly input: MilestoneInput },
  decide: (entry: Entry) => MilestoneDecision | null,
): Promise<KeepMilestoneOutcome> {
  const { ids, actor, input } = keeping;
  const found = await lockTrackFor(tx, actor, input.trackId);
  if (found === null) return NOT_FOUND;
  if (found.closed) return refuse('case-closed');
  const { track } = found;
  const others = await tx.tracks.milestonesOf(track.id);
  if (others.length >= MOST_ENTRIES) return refuse('too-many');
  const entered: Entered = {
    side: sideOf(actor),
    agencyId: actor.agencyId,
    recordedBy: actor.userId,
    recordedAt: tx.now,
  };
  const decided = decide({
    id: ids.next<MilestoneId>(),
    trackId: track.id,
    issueReason: input.issueReason,
    entered,
    others,
    now: tx.now,
    timezone: await deskTimezone(tx),
  });
  if (decided === null) return NOT_FOUND;
  if (decided.kind !== 'recorded') return decided;
  const { milestone, superseded } = decided;
  if (superseded !== null) await tx.tracks.endMilestone(superseded);
  await tx.tracks.insertMilestone(track, milestone);
  await tx.journal.append([
    ...(superseded === null ? [] : [milestoneEnded(track, superseded, tx.now)]),
    milestoneRecorded(track, milestone),
  ]);
  await answer(tx, track, milestone);
  if (superseded === null && TURNING_POINTS.includes(milestone.kind))
    await reviewAtMilestone(tx, { caseId: track.caseId, happenedAt: milestone.happenedAt }, ids);
  const recheck = superseded === null && (await askAgain(tx, { ids, track, milestone }));
  return { kind: 'recorded', milestoneId: milestone.id, recheck };
}

/** What the Victims' Code gives the person for it, in the same transaction; told twice by two sides it opens nothing twice. */
async function answer(tx: Transaction, track: Track, milestone: Milestone): Promise<void> {
  const { id: milestoneId, happenedAt } = milestone;
  const { events } = ruleOf(milestone.kind);
  if (events.length === 0) return;
  const supersedes = milestone.supersedes ?? (await tx.tracks.counterpartOf(milestoneId));
  for (const event of events)
    await answerMilestone(tx, {
      caseId: track.caseId,
      trackId: track.id,
      milestoneId,
      event,
      happenedAt,
      supersedes,
    });
}

/** Whoever is arrested or set free may have the phone in hand: the ways to reach the person are asked about at once. */
async function askAgain(
  tx: Transaction,
  { ids, track, milestone }: { ids: Ids; track: Track; milestone: Milestone },
): Promise<boolean> {
  if (!ruleOf(milestone.kind).recheck) return false;
  const opened = {
    id: ids.next<ContactRecheckId>(),
    milestoneId: milestone.id,
    cause: milestone.kind,
    dueAt: recheckDueAt(tx.now),
  };
  if (!(await tx.tracks.askContactAgain(opened))) return false;
  await tx.journal.append([recheckOpened(track, opened, tx.now)]);
  return true;
}
