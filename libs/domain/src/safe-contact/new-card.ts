import type { Instant } from '../time';
import type { LostContact, Route, SafeContactCard } from './card';
import { recheckAfter } from './recheck';

/** What stands on a card before anybody was asked. */
export const NOT_ASKED: Omit<SafeContactCard, 'version' | 'routes' | 'windows' | 'saidWindows'> = {
  never: null,
  exceptions: [],
  callerId: null,
  wording: null,
  thirdParty: null,
  lostContact: { policeCheck: 'unknown', afterDays: null, via: null } satisfies LostContact,
  stopped: false,
  restricted: false,
};

/** A route as somebody has just told it: in use, checked now, seen by nobody else that we know of. */
export function routeTold(
  told: Pick<Route, 'id' | 'kind' | 'permissions'> & Partial<Pick<Route, 'purpose' | 'seenBy'>>,
  now: Instant,
): Route {
  return {
    purpose: 'contact',
    seenBy: [],
    ...told,
    state: 'active',
    checkedAt: now,
    recheckAfter: recheckAfter(now),
  };
}
