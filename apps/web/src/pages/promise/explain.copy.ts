export const EXPLAIN_TITLE = 'Explain this number';
export const NOBODY = 'This page counts referrals. It names nobody, and nobody can be found from it.';
export const SUMS =
  'Every referral is in exactly one line, so the lines add up to all referrals of the month.';
export const RECOMPUTE =
  'An auditor can work this figure out again from the journal alone, and must come to the same digits.';
export const DECIDED = 'Denominator: decided';
export const IN_TIME = 'Numerator: in time';
export const MISSED = 'Decided and not in time';
export const LEFT_OUT = 'Left out';
export const ALL = 'All police referrals of the month';
export const BACK = 'Back to the figures';
export const NO_OTHER = 'There is no other limit to compare with.';
