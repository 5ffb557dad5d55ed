import type { AgencyId, ServiceId, TeamId } from '../ids';
import type { OpeningHours } from '../time';
import type {
  AccessCode,
  ClosureReason,
  CommissionerKind,
  Eligibility,
  Evidence,
  GenderServed,
  ReachedBy,
  SupportKind,
  SupportStage,
  WorkerGender,
} from './codes';

/** A civil date, `YYYY-MM-DD`, in the zone of the area. */
export type CivilDate = string;

/** Half-open: from this day until the day before `to`; null while no end is known. */
export interface DateSpan {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

export interface CoverageRow extends DateSpan {
  /** Code of a district of the area. */
  readonly district: string;
  readonly evidence: Evidence;
  /** What it rests on: one of COVERAGE_BASES, or what was read and where. Never the name of a person. */
  readonly basis: string;
}

export interface FundingRow extends DateSpan {
  readonly commissioner: CommissionerKind;
  readonly name: string;
  readonly stage: SupportStage;
}

export interface Closure {
  readonly from: CivilDate;
  /** The day it opens again. */
  readonly to: CivilDate;
  readonly why: ClosureReason;
}

export interface ServiceLocation {
  readonly id: string;
  readonly name: string;
  readonly district: string | null;
  readonly position: { readonly lat: number; readonly long: number } | null;
  readonly access: readonly AccessCode[];
}

/** A whole team's way in. Nobody's own address or number stands in the directory. */
export interface ServiceInbox {
  readonly teamId: TeamId | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Whole years, both included; null where there is no upper age. */
export interface AgesServed {
  readonly from: number;
  readonly to: number | null;
}

/** One version of one service: codes and the names of organisations, never of a person. */
export interface DirectoryService {
  readonly id: ServiceId;
  readonly agencyId: AgencyId;
  readonly version: number;
  readonly kind: SupportKind;
  readonly name: string;
  readonly state: 'open' | 'retired';
  readonly reachedBy: ReachedBy;
  readonly stage: SupportStage;
  readonly funding: readonly FundingRow[];
  readonly coverage: readonly CoverageRow[];
  readonly ages: AgesServed;
  readonly genders: readonly GenderServed[];
  readonly womenOnlySpace: boolean;
  readonly workerGenders: readonly WorkerGender[];
  readonly eligibility: readonly Eligibility[];
  /** Languages its own staff speak, as BCP 47 tags. */
  readonly languages: readonly string[];
  readonly interpreters: boolean;
  readonly access: readonly AccessCode[];
  readonly opening: OpeningHours;
  readonly closures: readonly Closure[];
  readonly locations: readonly ServiceLocation[];
  readonly inbox: ServiceInbox;
  /** Where it was read. A sample is invented for trying the service out, and every page says so. */
  readonly source: { readonly text: string; readonly sample: boolean };
}

/** Apart from the service, for it changes daily and is another person's to keep. */
export interface ServiceCapacity {
  readonly serviceId: ServiceId;
  /** Full-time equivalents. */
  readonly posts: number;
  /** Open cases that it takes at most; null where it sets none. */
  readonly limit: number | null;
  readonly list: 'open' | 'closed';
  readonly listSince: CivilDate;
  readonly sample: boolean;
  readonly revision: number;
}

/** A service as it stands, with its capacity where anybody stated one. */
export interface ListedService {
  readonly service: DirectoryService;
  readonly capacity: ServiceCapacity | null;
}
