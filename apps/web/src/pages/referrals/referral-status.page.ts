import type { Instant } from '#libs/domain';
import type { AreaPack } from '#libs/config';
import type { OwnDraft, ReferralStatus, UrgentPageOfReferral } from '#libs/persistence';
import { deadlineInWords, type DeadlineWords } from '../../formatting/deadline-words';
import { dayInFull, momentInWords, timeInWords, timeOfDay } from '../../formatting/moments';
import type { LimbNameOf } from '../promise-words/limb-words';
import { FEEDBACK_WORDS, LIST, RECEIPT, SARC, URGENT } from './referral-status.copy';

export interface PageTime {
  readonly now: Instant;
  readonly timezone: string;
}

interface LimbTime extends PageTime {
  readonly limbName: LimbNameOf;
}

export interface LimbView {
  readonly limb: string;
  readonly binding: boolean;
  readonly due: DeadlineWords;
  readonly dueInFull: string;
}

export function referralListPage(
  list: {
    readonly rows: readonly ReferralStatus[];
    readonly drafts: readonly OwnDraft[];
    readonly nextHref: string | undefined;
    readonly logHref: string;
    readonly tasks: { readonly open: number } | null;
  },
  time: PageTime,
) {
  const { rows, drafts, nextHref, logHref, tasks } = list;
  return {
    ...LIST,
    logHref,
    tasksText: tasks && (tasks.open === 0 ? LIST.tasks : `${LIST.tasks} (${tasks.open})`),
    drafts: drafts.map(({ draftId, startedAt, expiresAt }) => ({
      href: `/referrals/drafts/${draftId}`,
      words: LIST.draft(momentInWords(startedAt, time), momentInWords(expiresAt, time)),
      deleteHref: `/referrals/drafts/${draftId}/delete`,
    })),
    rows: rows.map((status) => ({
      href: `/referrals/${status.referralId}`,
      reference: status.reference,
      logged: momentInWords(status.submittedAt, time),
      contactBy: timeInWords(bindingDue(status), time.timezone),
      feedback: FEEDBACK_WORDS[status.feedback].tag,
    })),
    nextHref,
    asAt: timeOfDay(time.now, time.timezone),
  };
}

/** What the reader may do with a referral besides reading it. */
export interface MayDoHere {
  readonly follow: boolean;
  readonly correct: boolean;
  readonly keepTrack: boolean;
}

export function referralStatusPage(status: ReferralStatus, may: MayDoHere, time: LimbTime) {
  const { tag, sentence } = FEEDBACK_WORDS[status.feedback];
  return {
    title: 'Referral',
    reference: status.reference,
    feedback: { tag, sentence },
    logged: timeInWords(status.submittedAt, time.timezone),
    reported: timeInWords(startOf(status), time.timezone),
    limbs: limbViews(status, time),
    fromPolice: status.source === 'police',
    receiptHref: `/referrals/${status.referralId}/receipt`,
    trackHref: may.keepTrack && status.source === 'police' ? `/referrals/${status.referralId}/tracks` : null,
    correctHref: may.correct ? `/referrals/${status.referralId}/corrected-start` : null,
    asAt: timeOfDay(time.now, time.timezone),
  };
}

export function receiptPage(
  status: ReferralStatus,
  { urgentPage, may }: { urgentPage: UrgentPageOfReferral | null; may: MayDoHere },
  time: LimbTime & Pick<AreaPack, 'serviceName' | 'sarcLine'>,
) {
  const { sarcLine } = time;
  return {
    ...RECEIPT,
    fromPolice: status.source === 'police',
    urgent: urgentPage && urgentWords(urgentPage, status, time),
    sarcTitle: SARC.title,
    sarc: SARC.line(sarcLine),
    coverHref: `/cover?back=/referrals/${status.referralId}/receipt`,
    reference: status.reference,
    reported: timeInWords(startOf(status), time.timezone),
    limbs: limbViews(status, time),
    ...callWords(status, time),
    statusHref: may.follow ? `/referrals/${status.referralId}` : null,
    correctHref: may.correct ? `/referrals/${status.referralId}/corrected-start` : null,
    asAt: timeOfDay(time.now, time.timezone),
  };
}

/** Whether somebody holds the risk besides the officer, and the button that says who does. */
function urgentWords(page: UrgentPageOfReferral, { referralId }: ReferralStatus, time: PageTime) {
  const raised = momentInWords(page.raisedAt, time);
  const { acknowledgedAt, riskAcknowledgedAt } = page;
  const words =
    acknowledgedAt !== null
      ? URGENT.answered(raised, momentInWords(acknowledgedAt, time))
      : page.somebodyOnCall
        ? URGENT.paged(raised)
        : URGENT.nobody(raised);
  return {
    title: URGENT.title,
    words,
    said: riskAcknowledgedAt && URGENT.acknowledged(momentInWords(riskAcknowledgedAt, time)),
    asks: acknowledgedAt === null && riskAcknowledgedAt === null,
    button: URGENT.acknowledge,
    action: `/referrals/${referralId}/risk`,
  };
}

/** The one time that may honestly be passed on, or what must happen before there can be one. */
function callWords(
  { callFromAt, submittedAt, feedback, source }: ReferralStatus,
  { timezone, now, serviceName }: PageTime & { serviceName: string },
): { readonly canCall: boolean; readonly call: string; readonly tell: string } {
  const told = source === 'police' ? ', and we are told whether they reached you, never what you say' : '';
  const who = `They are from ${serviceName}, not from the police${told}.`;
  if (callFromAt === null) {
    const call = feedback === 'need-a-new-number' ? RECEIPT.noNumber : RECEIPT.noCommonTime;
    return {
      canCall: false,
      call,
      tell: `“I cannot give you a time for the call yet. I will come back to you about it. ${who}”`,
    };
  }
  const [near, full] = [momentInWords(callFromAt, { now, timezone }), timeInWords(callFromAt, timezone)];
  const atOnce = callFromAt <= submittedAt;
  // The receipt is printed and read again later, when "tomorrow" alone would be wrong.
  const from = near === full ? full : `${near} (${dayInFull(callFromAt, timezone)})`;
  return {
    canCall: true,
    call: `First responders can call from ${atOnce ? 'now on' : from}, at safe times only.`,
    tell: `“Someone will call you, from ${atOnce ? 'now on' : full} and only at times you said are safe. ${who} You can say no to the call, or to anything in it.”`,
  };
}

function limbViews({ limbs }: ReferralStatus, time: LimbTime): readonly LimbView[] {
  return limbs
    .toSorted((a, b) => Number(b.binding) - Number(a.binding) || a.dueAt - b.dueAt)
    .map(({ limb, binding, dueAt }) => ({
      limb: time.limbName(limb),
      binding,
      due: deadlineInWords(dueAt, time),
      dueInFull: timeInWords(dueAt, time.timezone),
    }));
}

function bindingDue({ limbs, submittedAt }: ReferralStatus): Instant {
  return limbs.find(({ binding }) => binding)?.dueAt ?? submittedAt;
}

function startOf({ limbs, submittedAt }: ReferralStatus): Instant {
  return limbs[0]?.startedAt ?? submittedAt;
}
