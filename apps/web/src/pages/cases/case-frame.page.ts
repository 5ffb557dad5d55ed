import type { Instant, StaffActor } from '#libs/domain';
import { mayDo, mayReadWall } from '#libs/domain';
import type { CaseSummary } from '#libs/persistence';
import { timeOfDay } from '../../formatting/moments';
import { clocksOf } from '../board/board.page';
import type { LimbNameOf } from '../promise-words/limb-words';
import { DANGER_WORDS } from '../referrals/referral-codes.copy';
import { STATE_WORDS } from './case.copy';
import { safeContactAlert } from './safe-contact.page';

export type CaseTab =
  | 'overview'
  | 'call'
  | 'history'
  | 'deadlines'
  | 'consent'
  | 'safe-contact'
  | 'person'
  | 'plan'
  | 'rights'
  | 'notes'
  | 'support';

/** What every page of a case needs to draw its frame: drawn by `caseFrame` in frame.njk. */
export interface FrameParts {
  readonly summary: CaseSummary;
  readonly actor: StaffActor;
  readonly limbName: LimbNameOf;
  readonly now: Instant;
  readonly timezone: string;
}

/**
 * The bar, the ways around and the safe-contact alert of a case. The name is shown where the case is opened and where
 * somebody is about to call, each recorded once; the other pages say the reference (P8).
 */
export function caseFrame(parts: FrameParts, tab: CaseTab, nameToAskFor: string | null = null) {
  const { summary, actor, limbName, now, timezone } = parts;
  const { caseId } = summary;
  const tabs: readonly (readonly [CaseTab | 'tracks', string, string])[] = [
    ['overview', 'Overview', `/cases/${caseId}`],
    ...(mayDo(actor, 'reveal-route') ? ([['call', 'Call', `/cases/${caseId}/call`]] as const) : []),
    ['history', 'History', `/cases/${caseId}/history`],
    ['deadlines', 'Deadlines', `/cases/${caseId}/deadlines`],
    ['safe-contact', 'Safe contact', `/cases/${caseId}/safe-contact`],
    ['consent', 'Consent', `/cases/${caseId}/consent`],
    ['support', 'Support', `/cases/${caseId}/support`],
    ['plan', 'Plan', `/cases/${caseId}/plan`],
    ['rights', 'Rights', `/cases/${caseId}/rights`],
    ['tracks', 'Investigation', `/cases/${caseId}/tracks`],
    ...(mayReadWall(actor, 'contact') ? ([['notes', 'Notes', `/cases/${caseId}/notes`]] as const) : []),
    ['person', 'Age and safety', `/cases/${caseId}/person`],
  ];
  return {
    reference: summary.reference,
    caseHref: `/cases/${caseId}`,
    nameToAskFor,
    state: STATE_WORDS[summary.contactState],
    dangers: summary.intake.dangers.map((code) => DANGER_WORDS[code]),
    clocks: clocksOf(summary.limbs, { now, timezone, limbName }).map(({ limb, due, done }) => ({
      limb,
      words: done ?? `${due.when}, ${due.left}`,
      passed: done === null && due.passed,
    })),
    tabs: tabs.map(([key, text, href]) => ({ text, href, active: key === tab })),
    alert: safeContactAlert(summary.card),
    asAt: timeOfDay(now, timezone),
  };
}
