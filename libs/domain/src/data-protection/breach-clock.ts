import { HOUR, plus, type Instant } from '../time';

/**
 * Hours in which the regulator is told of a personal-data breach, from when somebody here became aware of it (UK GDPR
 * article 33). They run through nights and weekends. The pages of the domain do not name the figure: confirm it.
 */
export const REGULATOR_HOURS = 72;

export function regulatorDueAt(noticedAt: Instant): Instant {
  return plus(noticedAt, REGULATOR_HOURS * HOUR);
}
