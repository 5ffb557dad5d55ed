import type { Duty, DutyState, Entitlement, Instant } from '#libs/domain';
import { dayInFull, timeInWords, timeOfDay } from '../../formatting/moments';
import type { Notice } from '../notices/notice';
import { EXPLAINED } from './explained-time.copy';
import { rowOf, type RightsShown } from './rights-reading';
import {
  CATEGORIES,
  CONDITION_WORDS,
  ENDINGS,
  EVIDENCE,
  HISTORY_WORDS,
  HOLDERS,
  MANNER_WORDS,
  PLAN_REASONS,
  RIGHTS,
  SAID,
  STATES,
  TWELVE,
  WAITS,
} from './rights.copy';

const OPEN = ['not-due', 'due', 'changed', 'missed', 'not-known'];

/** The rights of a case: twelve lines, what is next, who owes it, and what became of each. */
export function rightsPage(parts: RightsShown, notice: Notice | null) {
  const { base, frame, mayKeep, reference, duties, enhanced, moved, history, now, timezone } = parts;
  const titleOf = titles(parts);
  return {
    words: RIGHTS,
    title: RIGHTS.title,
    frame,
    reference,
    asAt: timeOfDay(now, timezone),
    back:
      frame === null
        ? { href: base.replace(/\/rights$/, ''), text: RIGHTS.shared }
        : { href: '/board', text: RIGHTS.board },
    notice,
    base,
    mayKeep,
    next: nextLines(parts).map(({ title, owedBy, due }) => RIGHTS.nextLine(title, owedBy, due)),
    enhanced:
      enhanced.length === 0
        ? RIGHTS.enhancedNo
        : RIGHTS.enhancedYes(enhanced.map(({ category }) => CATEGORIES[category]).join('; ')),
    rights: TWELVE.map(({ title, plain }, index) => ({
      heading: `${RIGHTS.right(index + 1)}: ${title}`,
      plain,
      lines: duties
        .filter(({ right }) => right === index + 1)
        .map((duty) => line(duty, { parts, base, mayKeep })),
    })),
    history: history.map(({ dutyId, type, happenedAt, recordedAt }) => ({
      what: `${HISTORY_WORDS[type] ?? type}: ${titleOf(dutyId)}`,
      happened: timeInWords(happenedAt, timezone),
      recorded: timeInWords(recordedAt, timezone),
    })),
    moved: [...new Set(moved.map(({ dutyId }) => dutyId))].map((dutyId) => ({
      title: titleOf(dutyId),
      lines: moved
        .filter((one) => one.dutyId === dutyId)
        .map(({ dueAt, reason }) =>
          RIGHTS.movedLine(dayInFull(dueAt, timezone), PLAN_REASONS[reason] ?? reason),
        ),
    })),
  };
}

/** What is due next, the first first: at most three, and only what has a time. */
export function nextLines({ duties, versions, timezone, now }: RightsShown) {
  return duties
    .flatMap((duty) =>
      duty.state === 'due' && duty.dueAt !== null && duty.dueAt >= now ? [{ duty, dueAt: duty.dueAt }] : [],
    )
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .slice(0, 3)
    .map(({ duty, dueAt }) => ({
      right: duty.right,
      ofThePerson: duty.limitsThePerson,
      title: rowOf(versions, duty)?.title ?? duty.entitlementId,
      owedBy: duty.owedBy.map((holder) => HOLDERS[holder]).join(' or '),
      due: dayInFull(dueAt, timezone),
    }));
}

function titles({ duties, versions }: RightsShown) {
  const byId = new Map(duties.map((duty) => [duty.id, rowOf(versions, duty)?.title ?? duty.entitlementId]));
  return (id: Duty['id']) => byId.get(id) ?? '';
}

function line(
  duty: Duty,
  { parts, base, mayKeep }: { readonly parts: RightsShown; readonly base: string; readonly mayKeep: boolean },
) {
  const { versions, timezone, now, actor } = parts;
  const row = rowOf(versions, duty);
  const day = (at: Instant) => dayInFull(at, timezone);
  const { id, state, dueAt, upstreamDueAt, deliveredAt, evidence, round, endReason } = duty;
  const place = `${base}/${id}`;
  const title = row?.title ?? duty.entitlementId;
  const opened = RIGHTS.opened(title, timeInWords(duty.triggeredAt, timezone));
  const about = round === 1 ? opened : `${opened} (${RIGHTS.again2(round)})`;
  const link = (show: boolean, path: string, text: string) =>
    show ? [{ href: `${place}/${path}`, text, about }] : [];
  const open = OPEN.includes(state);
  const passed = dueAt !== null && now > dueAt;
  return {
    id,
    entitlement: duty.entitlementId,
    title,
    owedBy: duty.owedBy.map((holder) => HOLDERS[holder]).join(' or '),
    state: standing(state, row),
    notes: [
      ...(state === 'due' || state === 'missed' || state === 'not-known'
        ? [dueAt === null ? manner(row?.manner ?? null) : RIGHTS.due(day(dueAt))]
        : []),
      ...(state === 'not-due' && upstreamDueAt !== null ? [RIGHTS.upstream(day(upstreamDueAt))] : []),
      ...(deliveredAt !== null && evidence !== null
        ? [RIGHTS.delivered(timeInWords(deliveredAt, timezone), EVIDENCE[evidence])]
        : []),
      ...(duty.chosenAt !== null && duty.chosenHow !== null
        ? [RIGHTS.delivered(timeInWords(duty.chosenAt, timezone), SAID[duty.chosenHow])]
        : []),
      ...(endReason === null ? [] : [`${ENDINGS[endReason]}.`]),
      ...(duty.confirmationAwaited ? [RIGHTS.confirmHint] : []),
      ...(duty.limitsThePerson && duty.promptedAt !== null && state === 'due' && parts.reaches
        ? [RIGHTS.reminder]
        : []),
      ...(round > 1 ? [`${RIGHTS.again2(round)}.`] : []),
      ...(row && row.onlyIf.length > 0 && open
        ? [RIGHTS.onlyIf(row.onlyIf.map((condition) => CONDITION_WORDS[condition] ?? condition).join('; '))]
        : []),
      ...(row && row.proposal !== null && open ? [RIGHTS.proposal] : []),
    ],
    explained: link(duty.version > 0 && parts.frame !== null, 'time', EXPLAINED.link),
    acts: mayKeep
      ? [
          ...link(open, 'deliver', RIGHTS.deliver),
          ...link(open && (row?.mayDecline ?? false), 'decline', RIGHTS.decline),
          ...link(state === 'declined' && isLast(duty, parts.duties), 'again', RIGHTS.again),
          ...link(open && state !== 'missed', 'not-applicable', RIGHTS.notApplicable),
        ]
      : [],
    buttons: mayKeep
      ? [
          ...link(duty.confirmationAwaited && duty.recordedBy !== actor.userId, 'confirm', RIGHTS.confirm),
          ...link(state === 'delivered' || state === 'delivered-late', 'take-back', RIGHTS.takeBack),
          ...link(
            (state === 'not-known' || state === 'due') && passed && !duty.limitsThePerson,
            'not-delivered',
            RIGHTS.notDelivered,
          ),
        ]
      : [],
    revision: duty.revision,
  };
}

/** A clock that waits for another body may wait long after the hearing: it says for whom. */
function standing(state: DutyState, row: Entitlement | null) {
  const waits = state === 'not-due' && row !== null ? WAITS[row.clockStartsOn] : undefined;
  return waits === undefined ? STATES[state] : { ...STATES[state], text: waits };
}

function isLast(duty: Duty, duties: readonly Duty[]): boolean {
  return duties.every(
    (other) =>
      other.entitlementId !== duty.entitlementId ||
      other.triggerId !== duty.triggerId ||
      other.round <= duty.round,
  );
}

function manner(code: string | null): string {
  return code === null ? RIGHTS.noLimit : (MANNER_WORDS[code] ?? code);
}
