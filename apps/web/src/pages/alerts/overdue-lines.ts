import { mayDo, type Act, type StaffActor } from '#libs/domain';
import type { OverdueCounts } from '#libs/persistence';
import { OVERDUE_LINES } from './alerts.copy';

/** What is overdue, the cases of colleagues on leave that nobody covers, and support that is waited for too long. */
type Counts = OverdueCounts & { readonly uncovered: number; readonly requests: number };

/** How much of one kind is overdue, and the page that lists it. */
export interface OverdueLine {
  readonly text: string;
  readonly href: string;
}

const PLACES: readonly { readonly of: keyof Counts; readonly act: Act; readonly href: string }[] = [
  { of: 'safeguarding', act: 'see-safeguarding', href: '/safeguarding' },
  { of: 'safetyReviews', act: 'see-safety-reviews', href: '/alerts/safety-reviews' },
  { of: 'overrides', act: 'decide-override', href: '/overrides' },
  { of: 'openings', act: 'review-break-glass', href: '/break-glass' },
  { of: 'requests', act: 'see-requests', href: '/service-requests' },
  { of: 'uncovered', act: 'see-leave', href: '/leave' },
];

/** A line for each kind that has something overdue and a page that the reader may open. */
export function overdueLines(actor: StaffActor, counts: Counts): readonly OverdueLine[] {
  return PLACES.filter(({ of, act }) => counts[of] > 0 && mayDo(actor, act)).map(({ of, href }) => ({
    text: OVERDUE_LINES[of](counts[of]),
    href,
  }));
}
