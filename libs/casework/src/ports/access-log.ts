import type { CaseId, PersonId } from '#libs/domain';

/** What was shown. One row per person shown, committed before the page leaves; initials count (P8). */
export interface Access {
  readonly personId: PersonId;
  readonly caseId: CaseId | null;
  readonly what: 'identity' | 'contact-route' | 'safe-contact-words' | 'referral-identity';
  /** The relationship or reason under which it was shown, as a code. */
  readonly basis: string;
}

export interface AccessLog {
  record(accesses: readonly Access[]): Promise<void>;
}
