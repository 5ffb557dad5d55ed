import { isChild } from '../person/age-rules';
import type { AgeBand } from '../referral/age-band';
import type { Route } from './card';

/**
 * A way to reach a child that is somebody else's: their number may be a parent's, and a parent may be the suspect or
 * live with them. Whoever says that it is safe, and whenever they say it, it is held until a duty lead has marked it so
 * (law.md §7, practice §2.8: a parent is never a contact by default). An adult's own word is enough.
 */
export function heldForChild(
  route: Route,
  { isOfChild, whose }: { isOfChild: boolean; whose: string | null },
): Route {
  const elses = route.kind === 'third-party' || whose !== null;
  return isOfChild && elses && route.state === 'active' ? { ...route, state: 'suspended' } : route;
}

/** As at the referral, where the age has just been said. */
export function heldAtAge(route: Route, { band, whose }: { band: AgeBand; whose: string | null }): Route {
  return heldForChild(route, { isOfChild: isChild(band), whose });
}
