import type { AgeBand } from '../referral/age-band';
import { ageRules } from '../person/age-rules';
import type { SafeguardingBody } from './codes';

/**
 * Whether a person may be referred to the sexual assault referral centre: under 13 only through the police or social
 * care, so one of them must have been told by us first (what centres ask of professionals; law.md §7). A block, not a
 * warning.
 */
export function maySendToSarc({ band, told }: { band: AgeBand; told: readonly SafeguardingBody[] }): boolean {
  return !isThroughOthers(band) || opensTheWay(told);
}

/** Whether somebody of this age reaches the centre through the police or social care alone. */
export function isThroughOthers(band: AgeBand): boolean {
  return ageRules(band).sarcRoute !== 'with-consent';
}

/** Whether one of those was told who open the way to a centre, or to whatever a rule leaves to them. */
export function opensTheWay(told: readonly SafeguardingBody[]): boolean {
  return told.some((body) => body === 'police' || body === 'childrens-social-care');
}
