import type { StaffActor } from '../access';
import type { UserId } from '../ids';
import { URGENT_RISKS, type UrgentRisk } from '../needs/codes';
import type { Danger } from '../referral';
import type { PageState } from './page-machine';

/** The dangers that cannot wait for opening time. A suicide risk has its own script on the call panel. */
export const PAGE_REASONS = ['danger-now', 'forensic-window-open'] as const satisfies readonly Danger[];
export type PageReason = (typeof PAGE_REASONS)[number] | UrgentRisk;

/** Every reason that a page can have: what a referral says, and the risks that somebody saw later. */
export const ALL_PAGE_REASONS: readonly PageReason[] = [...new Set([...PAGE_REASONS, ...URGENT_RISKS])];

/** What of a referral's dangers pages somebody at once; empty for most referrals (practice §2.2 URGENT). */
export function pageReasonsOf(dangers: readonly Danger[]): readonly PageReason[] {
  return PAGE_REASONS.filter((reason) => dangers.includes(reason));
}

export type PageAnswerRefusal = 'not-on-call' | 'already-answered';

/**
 * Whether this person may say "I have this" to a page: whoever it was sent to, whoever is on call now, and the
 * leads. Others would stop the page without having the duty.
 */
export function mayAnswerPage(
  actor: StaffActor,
  page: {
    readonly state: PageState;
    readonly pagedUserId: UserId | null;
    readonly onCallUserId: UserId | null;
  },
): PageAnswerRefusal | null {
  if (page.state !== 'open') return 'already-answered';
  const leads = actor.role === 'duty-lead' || actor.role === 'service-manager';
  const named = actor.userId === page.pagedUserId || actor.userId === page.onCallUserId;
  return leads || named ? null : 'not-on-call';
}
