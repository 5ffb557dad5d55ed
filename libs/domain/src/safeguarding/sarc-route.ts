import type { AgeBand } from '../referral/age-band';
import { ageRules } from '../person/age-rules';
import type { SafeguardingBody } from './codes';

/**
 * Whether a person may be referred to the sexual assault referral centre: under 13 only through the police or social
 * care, so one of them must have been told by us first (Oakwood Place's rule for professionals; law.md §7). A block, not
 * a warning.
 */
export function maySendToSarc({ band, told }: { band: AgeBand; told: readonly SafeguardingBody[] }): boolean {
  if (ageRules(band).sarcRoute === 'with-consent') return true;
  return told.some((body) => body === 'police' || body === 'childrens-social-care');
}
