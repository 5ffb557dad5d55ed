import type {
  AgencyId,
  CalendarVersion,
  CareSettings,
  DeadlinePolicy,
  DisclosureRule,
  OutcomesFramework,
  PublicCount,
  ReportChannel,
  RequestClocks,
  Role,
  RoutingTable,
  SupportLabels,
  TeamId,
  UserId,
} from '#libs/domain';
import type { AreaServices } from './services';

export interface AreaAgency {
  readonly id: AgencyId;
  readonly kind: 'police' | 'responder' | 'provider' | 'commissioner' | 'operator';
  readonly name: string;
  /** A sexual assault referral centre: under 13 it is reached through the police or social care alone. */
  readonly sarc: boolean;
  /** Where the name was read; null for a body that is invented or our own. */
  readonly source: string | null;
}

export interface AreaTeam {
  readonly id: TeamId;
  readonly agencyId: AgencyId;
  readonly name: string;
}

export interface Persona {
  readonly key: string;
  readonly subject: string;
  readonly userId: UserId;
  readonly role: Role;
  readonly label: string;
  readonly agencyId: AgencyId;
  readonly teamId: TeamId | null;
  readonly name: string;
  readonly email: string;
  /** What shows this role best, each with the page where it is done. */
  readonly tryFirst: readonly { readonly text: string; readonly path: string }[];
}

export interface AreaPolicy {
  /** Whose clocks it sets: those of police reports, or those of every other referral. */
  readonly referralSource: ReportChannel;
  readonly policy: DeadlinePolicy;
  /** Said beside a policy that nobody there has promised; null for one that is theirs. */
  readonly illustrative: string | null;
}

/** A service that anyone may ring, named on the public page. */
export interface SupportLine {
  readonly name: string;
  readonly forWhom: string;
  readonly phone: string;
  readonly hours: string;
  /** Where the number was read. */
  readonly source: string;
}

export interface PublicSupport {
  /** An ordinary page of somebody else's, for whoever must leave quickly. */
  readonly leaveTo: string;
  readonly lines: readonly SupportLine[];
}

/** Answered day and night: what an officer rings while samples may still be possible. */
export interface SarcLine {
  readonly name: string;
  /** Null while nobody has read it at a source: then a page says where it is found, and never guesses. */
  readonly phone: string | null;
  readonly findAt: string;
  readonly source: string;
}

/**
 * A district as it stands from one day (included) to another (excluded). Null: from before anything here, until
 * further notice. A code is no key: when councils are made anew, rows end and others begin, and none is changed.
 */
export interface AreaDistrict {
  readonly code: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** How an invented year is spread; nothing here is a figure of the area. */
export interface SampleYear {
  /** How much of the year each district code gets, in any unit; a code left out gets 1. */
  readonly districtWeights: Readonly<Record<string, number>>;
  readonly basis: string;
}

/** Everything local to one force area, as data: no code names an area (DESIGN §7, docs/area-packs.md). */
export interface AreaPack {
  readonly id: string;
  readonly name: string;
  readonly serviceName: string;
  /** Said on every page of an area that has not asked for Waymark; null for one that has. */
  readonly sample: string | null;
  /** Beginnings of words that tell where somebody is supported: no message to anybody may hold one (P5). */
  readonly tellingWords: readonly string[];
  readonly sarcLine: SarcLine;
  readonly timezone: string;
  readonly referencePrefix: string;
  readonly desk: { readonly agencyId: AgencyId; readonly teamId: TeamId };
  readonly agencies: readonly AreaAgency[];
  readonly teams: readonly AreaTeam[];
  readonly districts: readonly AreaDistrict[];
  readonly calendars: readonly (CalendarVersion & { readonly source: string })[];
  readonly policies: readonly AreaPolicy[];
  readonly personas: readonly Persona[];
  readonly support: PublicSupport;
  readonly sampleYear: SampleYear;
  /** What each kind of support is called here. */
  readonly labels: SupportLabels;
  /** The directory that the area begins with; what is changed later stands in the database. */
  readonly services: AreaServices;
  /** How people are routed to begin with. */
  readonly routing: RoutingTable;
  /** How long each step of a request for support may take to begin with. */
  readonly requestClocks: RequestClocks;
  /** Counts that somebody has published, shown beside the own figures and never added to them. */
  readonly publicCounts: readonly PublicCount[];
  /** What the partnership asks of support and justice, and who is shown each release. */
  readonly framework: OutcomesFramework;
  /** How support is kept up: reviews, risks, outcomes, appointments, complaints. */
  readonly care: CareSettings;
  /** How counts of people are published. */
  readonly disclosure: DisclosureRule;
}
