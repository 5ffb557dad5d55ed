import type { AccessCode, AgeRange, GenderServed, SupportKind } from '../directory';
import type { AgencyId, ServiceId } from '../ids';
import type { SafeguardingBody } from '../safeguarding/codes';
import type { ForensicAct, WantedSpace, WantedWorker } from './codes';

/** How long ago it can have been, in hours: the latest and the earliest moment that what is known allows. */
export interface HoursSince {
  readonly least: number;
  /** Null when it may be any time ago. */
  readonly most: number | null;
  /** How exactly it was said. */
  readonly precision: 'hour' | 'day' | 'band';
}

/**
 * Everything that decides where somebody is routed: codes, ranges and ids, and nothing that names a person. Whatever
 * is not known is null or empty, and is read in the way that keeps most doors open.
 */
export interface RoutingFacts {
  readonly ageNow: AgeRange;
  readonly ageAtIncident: AgeRange | null;
  /** Null where nobody has said: no service is left out for it. */
  readonly gender: GenderServed | null;
  readonly district: string | null;
  /** Whether the police have a report. */
  readonly reported: boolean;
  /** Whom the service has told about a child: under 13 it opens the way to the sexual assault referral centre. */
  readonly told: readonly SafeguardingBody[];
  /** Empty means that nobody has said. */
  readonly acts: readonly ForensicAct[];
  readonly hoursSince: HoursSince | null;
  readonly wanted: readonly SupportKind[];
  readonly workerGender: WantedWorker;
  readonly space: WantedSpace;
  /** BCP 47 tags in which the person can be supported without an interpreter; empty for English. */
  readonly languages: readonly string[];
  /** Whether an interpreter is needed in a language that is not known yet. */
  readonly interpreterNeeded: boolean;
  readonly access: readonly AccessCode[];
  readonly domesticAbuse: boolean;
  /** Agencies behind which a wall or a conflict stands. Used to decide and never kept with the decision. */
  readonly barredAgencies: readonly AgencyId[];
  /** Services that declined or stayed silent already, and those a redirect came through: nobody goes round in a circle. */
  readonly tried: readonly ServiceId[];
}

/** What is kept of the facts: a barred agency would tell of a conflict to whoever reads the decision. */
export type StoredFacts = Omit<RoutingFacts, 'barredAgencies'>;

/** What is known of how full a service is. */
export interface ServiceLoad {
  readonly serviceId: ServiceId;
  readonly list: 'open' | 'closed';
  /** Open cases that it takes at most; null where it sets no limit. */
  readonly limit: number | null;
  /** Accepted and not ended, met or not. */
  readonly open: number;
  readonly waiting: number;
}
