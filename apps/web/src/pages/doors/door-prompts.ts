import type { ReferralInput } from '#libs/casework';
import type { SarcLine } from '#libs/config';
import { ageBandOf, ageOn, type AgeBand } from '#libs/domain';
import { PROMPTS } from '../drafts/draft-prompts.copy';
import { DOOR_NOTICE } from './door.copy';
import type { Door } from './doors';

/** What whoever keys a referral about a child must know before they ask; a prompt, never a bar (law.md). */
export function childPrompts({ source }: Door, sarcLine: SarcLine) {
  if (source === 'self') return [PROMPTS.under18];
  return [PROMPTS.under13(sarcLine), PROMPTS.under18];
}

/** What to do next, told beside the receipt: for children by age, and for what cannot wait. */
export function nextSteps(
  { age, dangers, route }: ReferralInput,
  { sarcLine, todayOn }: { sarcLine: SarcLine; todayOn: string },
): readonly string[] {
  const band = bandOf(age, todayOn);
  const under18: readonly AgeBand[] = ['13-15', '16-17'];
  return [
    ...(dangers.includes('danger-now') ? [PROMPTS.dangerNow.text] : []),
    ...(dangers.includes('suicide-risk') ? [PROMPTS.suicide.text] : []),
    ...(dangers.includes('forensic-window-open') ? [PROMPTS.forensic(sarcLine).text] : []),
    ...(band === 'under-13' ? [PROMPTS.under13(sarcLine).text] : []),
    ...(under18.includes(band) ? [PROMPTS.under18.text] : []),
    ...(route?.call === 'yes' ? [] : [DOOR_NOTICE.notCalled]),
  ];
}

function bandOf(age: ReferralInput['age'], todayOn: string): AgeBand {
  if (age.kind === 'band') return age.band;
  return ageBandOf(age.kind === 'years' ? age.years : ageOn({ bornOn: age.bornOn, on: todayOn }));
}
