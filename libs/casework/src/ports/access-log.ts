import type { CaseId, DraftId, PersonId } from '#libs/domain';

/** What was shown. One row per person shown, committed before the page leaves; initials count (P8). */
export interface Access {
  /** Before a referral is sent the person has no record yet: the draft stands for them. */
  readonly personId: PersonId | DraftId;
  readonly caseId: CaseId | null;
  readonly what:
    | 'identity'
    | 'initials'
    | 'contact-route'
    | 'safe-contact-words'
    | 'referral-identity'
    | 'code-word'
    | 'stop-word';
  /** The relationship or reason under which it was shown, as a code. */
  readonly basis: string;
}

export interface AccessLog {
  record(accesses: readonly Access[]): Promise<void>;
}
