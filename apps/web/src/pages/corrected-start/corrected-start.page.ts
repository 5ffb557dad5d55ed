import { START_CORRECTION_REASONS } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import type { ReferralStatus } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { timeInWords } from '../../formatting/moments';
import { wrongFields } from '../form-acts/wrong-fields';
import { momentView } from '../typed-moments/typed-moment.page';
import { CORRECTED, CORRECTED_START, REASON_WORDS } from './corrected-start.copy';
import type { CorrectedStartRaw } from './corrected-start.form';

export function correctedStartPage(options: {
  status: ReferralStatus;
  actor: StaffActor;
  timezone: string;
  raw: CorrectedStartRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
}) {
  const { status, actor, timezone, raw, errors, idempotencyKey } = options;
  const started = status.limbs[0]?.startedAt ?? status.submittedAt;
  return {
    ...CORRECTED_START,
    reference: status.reference,
    action: `/referrals/${status.referralId}/corrected-start`,
    back: backLink(status, actor),
    onRecord: timeInWords(started, timezone),
    corrected: momentView('corrected', { ...CORRECTED, raw, errors }),
    reasons: START_CORRECTION_REASONS.map((value) => ({ value, text: REASON_WORDS[value] })),
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

/** Officers follow the referral; responders work from the board, for the referral's own page is not theirs. */
export function backLink({ referralId }: ReferralStatus, actor: StaffActor) {
  return actor.role === 'officer'
    ? { href: `/referrals/${referralId}`, text: 'The referral' }
    : { href: '/board', text: 'Contact board' };
}
