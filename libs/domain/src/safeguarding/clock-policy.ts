/**
 * How long telling takes, as a version that every task remembers. "One working day" and the reading of it (close of
 * service on the next working day) are ASSUMPTIONS to confirm with the lead body: Working Together 2023 says
 * "immediately" for a child in danger and gives social care one working day to answer a referral; seven days are the
 * longest delay that the mandatory-reporting clauses of the Crime and Policing Bill allow (law.md §7).
 */
export interface SafeguardingPolicy {
  readonly id: string;
  readonly version: number;
  /** Working days from the moment the need is known until somebody has been told. */
  readonly tellWithinDays: number;
  /** Working days from telling a body until it must have said that it has it. */
  readonly answerWithinDays: number;
  /** Working days for the review around an 18th birthday. */
  readonly reviewWithinDays: number;
  readonly closesAt: string;
  /** Elapsed days after which telling may not be put off any more. */
  readonly longestWaitDays: number;
  readonly source: string;
}

export const SAFEGUARDING_POLICY: SafeguardingPolicy = {
  id: 'safeguarding',
  version: 1,
  tellWithinDays: 1,
  answerWithinDays: 1,
  reviewWithinDays: 5,
  closesAt: '17:00',
  longestWaitDays: 7,
  source:
    'Working Together to Safeguard Children 2023; Crime and Policing Bill; assumptions in decision 0020',
};
