import type { ReferralInput } from '#libs/casework';
import { MINUTE, plus, type Instant, type Source } from '#libs/domain';
import type { Referrer } from './cast';
import type { Chance } from './random';

/** How often a referral comes from where: nearly all of them from the police (practice §1). */
const DOORS: readonly (readonly [weight: number, source: Source])[] = [
  [88, 'police'],
  [4, 'self'],
  [3, 'sarc'],
  [1.5, 'social-care'],
  [1.5, 'health'],
  [1, 'parent-or-carer'],
  [0.5, 'school'],
  [0.5, 'other-professional'],
];

/** Of the referrals of the police, those a responder keyed because an officer rang. */
const PHONED = 0.04;

/** Turns a referral by the police into one that came another way, now and then; a hand-made one stays as it is. */
export function throughADoor(
  police: ReferralInput,
  { chance, submittedAt, fixed }: { chance: Chance; submittedAt: Instant; fixed: boolean },
): { readonly by: Referrer; readonly input: ReferralInput } {
  const officer = chance.next() < 0.5 ? 'officer' : 'other-officer';
  const source = chance.weighted(DOORS);
  if (fixed) return { by: officer, input: police };
  if (source === 'police') {
    if (chance.next() >= PHONED) return { by: officer, input: police };
    const phonedBy = { name: 'Sample Officer Thistle', unit: null };
    return { by: 'responder', input: { ...police, receivedVia: 'phone', phonedBy } };
  }
  const received = {
    ...police,
    source,
    reportedAt: null,
    receivedAt: plus(submittedAt, -Math.floor(chance.between(2, 90)) * MINUTE),
    agreement: 'agreed',
    crimeReference: null,
  } as const;
  if (source === 'sarc') return { by: 'provider', input: { ...received, receivedVia: 'form' } };
  const referrer =
    source === 'self'
      ? null
      : { name: 'Sample Referrer Rook', organisation: 'Sample Organisation', phone: '+441632960999' };
  return { by: 'responder', input: { ...received, receivedVia: 'phone', referrer } };
}
