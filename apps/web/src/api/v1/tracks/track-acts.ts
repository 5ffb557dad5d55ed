import { Injectable } from '@nestjs/common';
import {
  CorrectMilestone,
  HandOverTrack,
  RecordMilestone,
  RecordPosition,
  SettleRecheck,
  WithdrawMilestone,
  type KeepMilestoneOutcome,
  type Once,
  type Repeatable,
} from '#libs/casework';
import {
  instant,
  type ContactRecheckId,
  type MilestoneFacts,
  type MilestoneId,
  type MilestoneKind,
  type PositionId,
  type StaffActor,
  type TrackId,
} from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import { notFound, Problem } from '../../../errors/problem';
import { MILESTONE } from '../../../pages/tracks/track.copy';
import { ISSUE_WORDS } from '../../../pages/tracks/track-words.copy';
import { done } from '../requests/done';
import {
  MILESTONE_REFUSALS,
  OFFICER_REFUSALS,
  POSITION_REFUSALS,
  RECHECK_REFUSALS,
  WITHDRAW_REFUSALS,
} from './track.copy';
import type {
  CorrectMilestoneBody,
  MilestoneFactsBody,
  RecheckAnswerBody,
  RecordMilestoneBody,
  RecordPositionBody,
  TakeoverBody,
  WithdrawMilestoneBody,
} from './track.dto';
import type { MilestoneKeptView, PositionKeptView, RecheckSettledView, TakeoverKeptView } from './track.view';

interface OnTrack {
  readonly actor: StaffActor;
  readonly trackId: TrackId;
  readonly repeatable: Repeatable;
}

/** What is written on a track, whoever writes it. */
@Injectable()
export class TrackActs {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly recordMilestone: RecordMilestone,
    private readonly correctMilestone: CorrectMilestone,
    private readonly withdrawMilestone: WithdrawMilestone,
    private readonly recordPosition: RecordPosition,
    private readonly handOver: HandOverTrack,
    private readonly settleRecheck: SettleRecheck,
  ) {}

  async record(
    { actor, trackId, repeatable }: OnTrack,
    body: RecordMilestoneBody,
  ): Promise<MilestoneKeptView> {
    const input = { trackId, facts: factsOf(body, body.kind), issueReason: body.issueReason };
    return kept(await this.recordMilestone.execute(actor, input, repeatable));
  }

  /** The kind stays: what was something else is withdrawn, and entered as what it was. */
  async correct(
    { actor, trackId, repeatable }: OnTrack,
    milestoneId: MilestoneId,
    body: CorrectMilestoneBody,
  ): Promise<MilestoneKeptView> {
    const kind = await this.kindOf(actor, trackId, milestoneId);
    const { issueReason, reason } = body;
    const input = { trackId, milestoneId, facts: factsOf(body, kind), issueReason, reason };
    return kept(await this.correctMilestone.execute(actor, input, repeatable));
  }

  async withdraw(
    { actor, trackId, repeatable }: OnTrack,
    milestoneId: MilestoneId,
    { reason }: WithdrawMilestoneBody,
  ): Promise<MilestoneKeptView> {
    const input = { trackId, milestoneId, reason };
    done(await this.withdrawMilestone.execute(actor, input, repeatable), WITHDRAW_REFUSALS);
    return { milestoneId };
  }

  async position(
    { actor, trackId, repeatable }: OnTrack,
    body: RecordPositionBody,
  ): Promise<PositionKeptView> {
    const { position, saidAt, reason, toldInPerson, corrects } = body;
    const facts = { position, saidAt: instant(saidAt), reason, toldInPerson };
    const input = { trackId, facts, corrects: corrects as PositionId | null };
    const { positionId } = done(
      await this.recordPosition.execute(actor, input, repeatable),
      POSITION_REFUSALS,
    );
    return { positionId };
  }

  async takeOver({ actor, trackId, repeatable }: OnTrack, body: TakeoverBody): Promise<TakeoverKeptView> {
    const input = { ...body, trackId, from: instant(body.from) };
    const { termId } = done(await this.handOver.execute(actor, input, repeatable), OFFICER_REFUSALS);
    return { termId };
  }

  async answer(
    { actor, repeatable }: Pick<OnTrack, 'actor' | 'repeatable'>,
    recheckId: ContactRecheckId,
    { answer: event, notNeededBecause: reason }: RecheckAnswerBody,
  ): Promise<RecheckSettledView> {
    done(await this.settleRecheck.execute(actor, { recheckId, event, reason }, repeatable), RECHECK_REFUSALS);
    return { recheckId };
  }

  private async kindOf(actor: StaffActor, trackId: TrackId, id: MilestoneId): Promise<MilestoneKind> {
    const [found] = await this.work.read(actor, (manager) =>
      manager.query<{ kind: MilestoneKind }[]>(
        'select kind from app.milestone where milestone_id = $1 and track_id = $2',
        [id, trackId],
      ),
    );
    if (found === undefined) throw notFound();
    return found.kind;
  }
}

function factsOf(body: MilestoneFactsBody, kind: MilestoneKind): MilestoneFacts {
  const { detail, happenedAt, precision, courtAt, decidedBy, toldAt } = body;
  return {
    kind,
    detail,
    happenedAt: instant(happenedAt),
    precision,
    courtAt: courtAt === null ? null : instant(courtAt),
    decidedBy,
    toldAt: toldAt === null ? null : instant(toldAt),
  };
}

/** What is only unusual is a question: the same again with a reason is kept. */
function kept(once: Once<KeepMilestoneOutcome>): MilestoneKeptView {
  const outcome = done(once, MILESTONE_REFUSALS);
  if (outcome.kind === 'recorded') return { milestoneId: outcome.milestoneId };
  throw new Problem('invalid-input', {
    detail: MILESTONE.issueReasonMissing,
    reason: 'unusual',
    errors: outcome.issues.map((issue) => ({ field: 'issueReason', message: ISSUE_WORDS[issue] })),
  });
}
