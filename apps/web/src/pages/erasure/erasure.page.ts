import {
  ERASURE_DECLINE_REASONS,
  mayDecideErasure,
  mayDo,
  type Erasure,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import type { ErasureLists } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { calendarDay, momentInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { OUTCOME_WORDS } from '../retention/retention.copy';
import { CAUSE_WORDS, DECLINE_WORDS, LIST, SHOW, STATE_WORDS } from './erasure.copy';

export interface ErasureReading {
  readonly actor: StaffActor;
  readonly nameOf: NameOf;
  readonly now: Instant;
  readonly timezone: string;
}

export function erasuresPage(
  lists: ErasureLists,
  reading: ErasureReading & { readonly notice: Notice | null },
  form: { reference: string; errors: readonly FieldError[]; idempotencyKey?: string | undefined },
) {
  const { actor, now, timezone, notice } = reading;
  return {
    ...LIST,
    ...form,
    asAt: timeOfDay(now, timezone),
    notice,
    wrong: wrongFields(form.errors),
    mayPropose: mayDo(actor, 'propose-erasure'),
    suggested: lists.suggested.map(lineOf),
    waiting: lists.open.map(lineOf),
    ended: lists.ended.map(lineOf),
  };
}

function lineOf({ id, reference, state, cause, dueOn }: Erasure) {
  return {
    reference,
    href: `/data-protection/erasure/${id}`,
    words: [
      STATE_WORDS[state],
      CAUSE_WORDS[cause],
      ...(dueOn === null ? [] : [`due ${calendarDay(dueOn)}`]),
    ].join('. '),
  };
}

export function erasurePage(
  erasure: Erasure,
  reading: ErasureReading,
  form: {
    change: string;
    reason: string;
    errors: readonly FieldError[];
    idempotencyKey?: string | undefined;
  },
) {
  const { actor } = reading;
  const may = (change: 'propose' | 'approve' | 'decline' | 'withdraw') =>
    mayDecideErasure(actor, { erasure, change }).kind === 'may';
  return {
    ...SHOW,
    ...form,
    wrong: wrongFields(form.errors),
    reference: erasure.reference,
    state: STATE_WORDS[erasure.state],
    rows: rowsOf(erasure, reading),
    action: `/data-protection/erasure/${erasure.id}`,
    revision: erasure.revision,
    legend: erasure.state === 'suggested' ? SHOW.proposeLegend : SHOW.decideLegend,
    mayPropose: may('propose'),
    mayApprove: may('approve'),
    mayDecline: may('decline'),
    mayWithdraw: may('withdraw'),
    isOwn: erasure.state === 'proposed' && erasure.proposedBy === actor.userId,
    reasons: ERASURE_DECLINE_REASONS.map((value) => ({ value, text: DECLINE_WORDS[value] })),
  };
}

function rowsOf(erasure: Erasure, { nameOf, now, timezone }: ErasureReading) {
  const { state, cause, outcome, dueOn, ruleVersion, proposedBy, proposedAt, decidedBy, decidedAt } = erasure;
  const { decisionReason, doneAt } = erasure;
  const by = (who: Erasure['proposedBy'], at: Instant | null) =>
    at === null ? null : `${nameOf(who)}, ${momentInWords(at, { now, timezone })}`;
  const rows: readonly (readonly [string, string | null])[] = [
    ['Where it stands', STATE_WORDS[state]],
    ['Why', CAUSE_WORDS[cause]],
    ['How the case ended', outcome && OUTCOME_WORDS[outcome]],
    ['Due from', dueOn && `${calendarDay(dueOn)}, by version ${ruleVersion} of the schedule`],
    ['Proposed by', by(proposedBy, proposedAt)],
    ['Decided by', by(decidedBy, decidedAt)],
    ['Why it is kept', decisionReason && DECLINE_WORDS[decisionReason]],
    ['Erased', doneAt === null ? null : momentInWords(doneAt, { now, timezone })],
  ];
  return rows.flatMap(([key, value]) => (value === null ? [] : [{ key, value }]));
}
