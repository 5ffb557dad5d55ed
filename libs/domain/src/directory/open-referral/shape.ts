/**
 * A service as Open Referral UK writes it (the profile of HSDS 3.0 whose schema stands in
 * libs/config/reference/open-referral). Only what Waymark reads or writes; a file may hold more, and what it holds
 * more is named, never dropped in silence.
 */
export interface OrService {
  readonly id: string;
  readonly organization_id?: string;
  readonly name: string;
  readonly description?: string;
  readonly email?: string;
  readonly status: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
  readonly minimum_age?: number;
  readonly maximum_age?: number;
  readonly schedules?: readonly OrSchedule[];
  readonly service_areas?: readonly OrArea[];
  readonly service_at_locations?: readonly OrServiceAtLocation[];
  readonly languages?: readonly OrLanguage[];
  readonly organization?: { readonly id: string; readonly name: string; readonly description: string };
  readonly funding?: readonly OrFunding[];
  readonly phones?: readonly { readonly id: string; readonly number?: string }[];
  readonly attributes?: readonly OrAttribute[];
}

export interface OrSchedule {
  readonly id: string;
  readonly service_id?: string;
  readonly freq?: string;
  readonly byday?: string;
  readonly opens_at?: string;
  readonly closes_at?: string;
  readonly description?: string;
}

export interface OrArea {
  readonly id: string;
  readonly service_id?: string;
  readonly name?: string;
  readonly uri?: string;
}

export interface OrServiceAtLocation {
  readonly id: string;
  readonly service_id?: string;
  readonly location_id?: string;
  readonly location?: {
    readonly id: string;
    readonly name?: string;
    readonly latitude?: number;
    readonly longitude?: number;
    readonly accessibility?: readonly {
      readonly id: string;
      readonly location_id?: string;
      readonly accessibility?: string;
    }[];
  };
}

/** The profile leaves out what HSDS 3.0 calls `code` and `name`; both are allowed, and nothing else says which it is. */
export interface OrLanguage {
  readonly id: string;
  readonly service_id?: string;
  readonly code?: string;
}

export interface OrFunding {
  readonly id: string;
  readonly service_id?: string;
  readonly source?: string;
}

/** A term of a taxonomy that hangs on the service or on another row of it: the standard's own way to say more. */
export interface OrAttribute {
  readonly id: string;
  readonly link_id?: string;
  readonly taxonomy_term_id?: string;
  readonly link_type?: string;
  readonly taxonomy_term?: { readonly id: string; readonly taxonomy: string; readonly term?: string };
}

/** Why something of a record has no place on the other side, or none of its own. */
export const UNMAPPED = [
  'zone-not-in-the-standard',
  'capacity-not-in-the-standard',
  'evidence-not-in-the-standard',
  'closures-not-in-the-standard',
  'only-as-a-term-of-ours',
  'field-not-kept-here',
  'person-not-kept-here',
  'schedule-not-weekly',
  'fixed-offset-read-as-local',
  'area-unknown',
  'access-unknown',
  'language-unknown',
  'assumed',
] as const;
export type UnmappedWhy = (typeof UNMAPPED)[number];

export interface Unmapped {
  /** Such as `schedules[0].opens_at`. */
  readonly path: string;
  readonly why: UnmappedWhy;
}
