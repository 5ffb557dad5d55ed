import { nextState, referralMachine, type ReferralEvent, type ReferralId } from '#libs/domain';
import type { Transaction } from '../ports';

/** Moves a referral along its machine; false when it is in no state for that, and then nothing changed. */
export async function moveReferral(
  tx: Transaction,
  { referralId, event }: { referralId: ReferralId; event: ReferralEvent },
): Promise<boolean> {
  const referral = await tx.referrals.find(referralId);
  if (referral === null) return false;
  const state = nextState(referralMachine, { state: referral.state, event });
  if (state === null) return false;
  await tx.referrals.changeState({ id: referralId, state });
  return true;
}
