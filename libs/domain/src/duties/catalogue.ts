import type { CodeEvent } from './code-events';

/** Who owes an entitlement. `victim`: a limit that the person meets, or not; nobody owes it. */
export const DUTY_HOLDERS = [
  'police',
  'witness_care_unit',
  'cps',
  'hmcts',
  'probation_vcs',
  'parole_board',
  'youth_offending_team',
  'support_service',
  'sarc',
  'all_service_providers',
  'victim',
] as const;
export type DutyHolder = (typeof DUTY_HOLDERS)[number];

/** How firmly a row of the catalogue is known; shown to whoever keeps the catalogue. */
export const EVIDENCE_LEVELS = [
  'restated',
  'summary',
  'official_statement',
  'older_code',
  'recalled',
] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

/**
 * Whom this service alerts: `timer` the duty lead, `prompt` the case's people ahead of a limit of the person's own,
 * `checklist` and `record_only` nobody. Every limit has a deadline either way.
 */
export const HANDLINGS = ['timer', 'checklist', 'prompt', 'record_only'] as const;
export type Handling = (typeof HANDLINGS)[number];

export const LIMIT_UNITS = ['working_day', 'day', 'month', 'year'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** How an entitlement without a number is owed. */
export const MANNERS = [
  'always',
  'as_soon_as_possible',
  'at_each_stage',
  'at_first_contact',
  'at_or_soon_after_report',
  'at_report',
  'at_sentencing',
  'at_start_and_on_request',
  'before_decision',
  'before_evidence',
  'before_examination',
  'before_interview',
  'before_interview_or_evidence',
  'before_parole_hearing',
  'before_release',
  'before_sentence',
  'before_trial',
  'no_time_stated_in_source',
  'on_request',
  'ongoing',
  'when_appropriate',
  'when_eligible',
  'when_needed',
  'where_possible',
  'with_or_after_the_decision',
  'with_the_answer',
  'with_the_decision',
  'with_the_outcome',
  'without_unjustified_delay',
] as const;
export type Manner = (typeof MANNERS)[number];

/** What an entitlement may depend on. */
export const CONDITIONS = [
  'aged_18_or_over_at_incident',
  'aged_under_18_at_incident',
  'attendance_required',
  'claim_complete',
  'custody_12_months_or_more_or_hospital_order',
  'enhanced_rights',
  'giving_evidence',
  'not_guilty_plea',
  'offender_adult',
  'offender_convicted',
  'offender_under_18',
  'parole_board_decides_release',
  'risk_of_harm_from_written_confirmation',
  'sentence_in_scheme',
  'serious_physical_or_mental_injury_from_violent_crime',
  'sexual_offence_or_child_abuse_or_hate_crime_or_death',
  'special_measures_applied_for',
  'specified_violent_or_sexual_offence',
  'vcs_opted_in',
  'victim_attended_court_as_witness',
  'victim_of_sexual_violence_or_gender_based_violence_or_domestic_abuse',
  'victim_or_bereaved_relative',
  'vulnerability_may_affect_quality_of_evidence',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** A limit in numbers: the day of its start is day 0, and it ends with its last day, at 23:59:59. */
export interface Limit {
  readonly unit: LimitUnit;
  readonly value: number;
}

/** What one body must do before another body's clock starts: kept apart from the clock of the duty itself. */
export interface Upstream {
  readonly from: DutyHolder;
  readonly to: DutyHolder;
  readonly clockStartsOn: CodeEvent;
  readonly limit: Limit;
}

/** One row of a catalogue. Its id is the project's own, not a paragraph of the Code. */
export interface Entitlement {
  readonly id: string;
  /** 1 to 12. */
  readonly right: number;
  readonly title: string;
  readonly owedBy: readonly DutyHolder[];
  readonly opensOn: CodeEvent;
  readonly clockStartsOn: CodeEvent;
  /** What by itself proves that it was delivered; none where only somebody of the desk can say so. */
  readonly deliveredOn: readonly CodeEvent[];
  readonly limits: { readonly standard: Limit | null; readonly enhanced: Limit | null };
  readonly manner: Manner | null;
  /** This service's own limit where the Code gives no number: a proposal, not law. */
  readonly proposal: Limit | null;
  readonly upstream: Upstream | null;
  readonly onlyIf: readonly Condition[];
  readonly mayDecline: boolean;
  readonly limitsThePerson: boolean;
  readonly repeats: boolean;
  readonly evidence: EvidenceLevel;
  readonly handling: Handling;
  readonly sources: readonly string[];
  readonly note: string | null;
}

/** A version of the Code. A draft has no start and opens nothing; a version is in force from its first day until its last excluded. */
export interface CodeVersion {
  readonly version: string;
  readonly name: string;
  readonly status: 'in-force' | 'draft';
  /** `YYYY-MM-DD` in London; null for a draft. */
  readonly inForceFrom: string | null;
  /** The first day on which it is in force no more; null while none is set. */
  readonly inForceTo: string | null;
  readonly basis: string;
  readonly note: string;
  readonly entitlements: readonly Entitlement[];
}

export type CatalogueFault =
  | { readonly kind: 'no-start'; readonly version: string }
  | { readonly kind: 'draft-with-start'; readonly version: string }
  | { readonly kind: 'ends-before-start'; readonly version: string }
  | { readonly kind: 'overlaps'; readonly version: string; readonly other: string }
  | { readonly kind: 'repeated-version'; readonly version: string }
  | { readonly kind: 'repeated-entitlement'; readonly version: string; readonly id: string }
  | { readonly kind: 'delivered-by-what-opens-it'; readonly version: string; readonly id: string }
  | { readonly kind: 'limit-on-one-side-only'; readonly version: string; readonly id: string }
  | { readonly kind: 'enhanced-is-longer'; readonly version: string; readonly id: string };

/** What makes versions impossible to go by together; none when they may be used. Two in force on one day are refused. */
export function catalogueFaults(versions: readonly CodeVersion[]): readonly CatalogueFault[] {
  const inForce = versions.filter(({ status }) => status === 'in-force');
  return [
    ...repeated(versions.map(({ version }) => version)).map((version) => ({
      kind: 'repeated-version' as const,
      version,
    })),
    ...versions.flatMap(faultsOfOne),
    ...inForce.flatMap((one, index) =>
      inForce
        .slice(index + 1)
        .filter((other) => overlap(one, other))
        .map((other) => ({ kind: 'overlaps' as const, version: one.version, other: other.version })),
    ),
  ];
}

/** The version in force on a day in London, `YYYY-MM-DD`; null before the first. */
export function versionInForce(versions: readonly CodeVersion[], day: string): CodeVersion | null {
  return (
    versions.find(
      ({ status, inForceFrom, inForceTo }) =>
        status === 'in-force' &&
        inForceFrom !== null &&
        inForceFrom <= day &&
        (inForceTo === null || day < inForceTo),
    ) ?? null
  );
}

/** Whether this service itself owes it: then silence is a miss, where another body's silence is only not known. */
export function isOurs({ owedBy }: Pick<Entitlement, 'owedBy'>): boolean {
  return owedBy.includes('support_service') || owedBy.includes('all_service_providers');
}

/** Events that open an entitlement or start a clock under this version. */
export function eventsThatMatter({
  entitlements,
}: Pick<CodeVersion, 'entitlements'>): ReadonlySet<CodeEvent> {
  return new Set(
    entitlements.flatMap(({ opensOn, clockStartsOn, upstream }) =>
      upstream === null ? [opensOn, clockStartsOn] : [opensOn, clockStartsOn, upstream.clockStartsOn],
    ),
  );
}

function faultsOfOne(one: CodeVersion): readonly CatalogueFault[] {
  const { version, status, inForceFrom, inForceTo, entitlements } = one;
  const faults: CatalogueFault[] = [];
  if (status === 'in-force' && inForceFrom === null) faults.push({ kind: 'no-start', version });
  if (status === 'draft' && inForceFrom !== null) faults.push({ kind: 'draft-with-start', version });
  if (inForceFrom !== null && inForceTo !== null && inForceTo <= inForceFrom)
    faults.push({ kind: 'ends-before-start', version });
  for (const id of repeated(entitlements.map((each) => each.id)))
    faults.push({ kind: 'repeated-entitlement', version, id });
  for (const { id, limits, opensOn, deliveredOn } of entitlements) {
    if (deliveredOn.includes(opensOn)) faults.push({ kind: 'delivered-by-what-opens-it', version, id });
    const { standard, enhanced } = limits;
    if ((standard === null) !== (enhanced === null))
      faults.push({ kind: 'limit-on-one-side-only', version, id });
    if (
      standard !== null &&
      enhanced !== null &&
      standard.unit === enhanced.unit &&
      enhanced.value > standard.value
    )
      faults.push({ kind: 'enhanced-is-longer', version, id });
  }
  return faults;
}

function overlap(one: CodeVersion, other: CodeVersion): boolean {
  if (one.inForceFrom === null || other.inForceFrom === null) return false;
  const endsBefore = (a: CodeVersion, b: CodeVersion) =>
    a.inForceTo !== null && b.inForceFrom !== null && a.inForceTo <= b.inForceFrom;
  return !endsBefore(one, other) && !endsBefore(other, one);
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
