import { NOTHING_ASKED, type RoutingAsked } from '#libs/domain';
import type { RouteCaseBody } from './case-routing.dto';

/** What was asked, as the rules take it; what was left out is not known. */
export function askedOf(body: RouteCaseBody): RoutingAsked {
  return {
    wanted: body.wanted,
    acts: body.acts ?? NOTHING_ASKED.acts,
    hoursAgo: body.hoursAgo ?? NOTHING_ASKED.hoursAgo,
    gender: body.gender ?? NOTHING_ASKED.gender,
    workerGender: body.workerGender ?? NOTHING_ASKED.workerGender,
    space: body.space ?? NOTHING_ASKED.space,
    languages: body.languages ?? NOTHING_ASKED.languages,
    access: body.access ?? NOTHING_ASKED.access,
    domesticAbuse: body.domesticAbuse ?? NOTHING_ASKED.domesticAbuse,
  };
}
