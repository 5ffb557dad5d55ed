import type { CaseId, PersonId, ReferralId, RouteId } from '#libs/domain';

/** The case a story is told on, by its ids. */
export interface Told {
  readonly referralId: ReferralId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly routeId: RouteId | null;
}
