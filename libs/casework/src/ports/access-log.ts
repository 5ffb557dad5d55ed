import type { BreachId, CaseId, DraftId, InformationRequestId, PersonId, SuspectId } from '#libs/domain';

/** What was shown. One row per person shown, committed before the page leaves; initials count (P8). */
export interface Access {
  /** Before a referral is sent the person has no record yet: the draft stands for them. A suspect stands for themselves. */
  readonly personId: PersonId | DraftId | SuspectId | InformationRequestId | BreachId;
  readonly caseId: CaseId | null;
  readonly what:
    | 'identity'
    | 'initials'
    | 'contact-route'
    | 'safe-contact-words'
    | 'incident'
    | 'investigation'
    | 'needs'
    | 'support-fact'
    | 'consent-note'
    | 'competence-note'
    | 'safeguarding-note'
    | 'support-note'
    | 'complaint-words'
    | 'equality-answers'
    | 'sarc-code'
    | 'subject-pack'
    | 'request-words'
    | 'crime-reference'
    | 'referrer'
    | 'redirect-acknowledgement'
    | 'match-note'
    | 'routing-note'
    | 'routing-suggested'
    | 'referral-identity'
    | 'code-word'
    | 'stop-word'
    | 'break-glass-note'
    | 'legal-hold-note'
    | 'suspect-identity'
    | 'contact-notes'
    | 'advocacy-notes'
    | 'supervision-notes'
    | 'therapy-milestones';
  /** The relationship or reason under which it was shown, as a code. */
  readonly basis: string;
}

export interface AccessLog {
  record(accesses: readonly Access[]): Promise<void>;
}
