import type { ReferralInput } from '#libs/casework';
import type { Instant } from '#libs/domain';
import type { Referrer } from './cast';
import type { Step } from './story';

/** One invented referral and what becomes of it, up to now. */
export interface PlannedCase {
  readonly submittedAt: Instant;
  readonly by: Referrer;
  readonly input: ReferralInput;
  readonly steps: readonly Step[];
}
