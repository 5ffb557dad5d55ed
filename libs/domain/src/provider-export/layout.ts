import type { DataClass } from '../consent';
import type { SupportKind } from '../directory';
import type { AgeBand, OffenceGroup, Relationship, WhenBand } from '../referral';
import type { RequestBand, RequestEnding, ServiceRequestState } from '../service-requests';
import { localDateTime, type Instant } from '../time';

/** A change of the columns is a new version; docs/provider-export.md describes this one. */
export const EXPORT_LAYOUT = 'waymark-provider-1';

/** One number on which the person may be called, with what else is safe on it. Unknown is no (P5). */
export interface ExportedPhone {
  readonly value: string;
  readonly mayText: boolean;
  readonly mayLeaveVoicemail: boolean;
}

/** What one accepted request becomes in a service's own system. What was not shared is null or empty. */
export interface ExportFacts {
  readonly reference: string;
  readonly requestId: string;
  readonly service: string;
  readonly kind: SupportKind;
  readonly state: ServiceRequestState;
  readonly band: RequestBand;
  /** Whole weeks; no date, which would tell that another service was asked before. */
  readonly weeksWaited: number | null;
  readonly acceptedAt: Instant | null;
  readonly startedAt: Instant | null;
  readonly startDueAt: Instant | null;
  readonly reviewedAt: Instant | null;
  readonly reviewDueAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly ending: RequestEnding | null;
  /** The classes for which there is a ground at this instant. */
  readonly shared: readonly DataClass[];
  readonly nameToAskFor: string | null;
  readonly fullName: string | null;
  readonly bornOn: string | null;
  readonly phones: readonly ExportedPhone[];
  /** In words. A number without its hours is not a safe one. */
  readonly safeTimes: string | null;
  readonly sayIfOtherAnswers: string | null;
  readonly ageBand: AgeBand | null;
  readonly languageNeed: string | null;
  readonly offenceGroups: readonly OffenceGroup[];
  readonly whenBands: readonly WhenBand[];
  readonly relationships: readonly Relationship[];
  readonly reportedToPoliceAt: Instant | null;
  readonly crimeReference: string | null;
}

interface Column {
  readonly name: string;
  /** The class of data it holds; null for what the request itself says. */
  readonly about: DataClass | null;
  readonly value: (facts: ExportFacts, zone: string) => string;
}

const always = (name: string, value: Column['value']): Column => ({ name, about: null, value });
const shared = (about: DataClass, name: string, value: Column['value']): Column => ({ name, about, value });
const phone = (place: 0 | 1): readonly Column[] => {
  const of = ({ phones }: ExportFacts) => phones[place];
  const yes = (may: boolean | undefined) => (may === undefined ? '' : may ? 'yes' : 'no');
  const number = `phone_${place + 1}`;
  return [
    shared('safe-contact', number, (facts) => dialled(of(facts)?.value ?? '')),
    shared('safe-contact', `${number}_may_text`, (facts) => yes(of(facts)?.mayText)),
    shared('safe-contact', `${number}_may_leave_voicemail`, (facts) => yes(of(facts)?.mayLeaveVoicemail)),
  ];
};

const COLUMNS: readonly Column[] = [
  always('layout', () => EXPORT_LAYOUT),
  always('case_reference', ({ reference }) => reference),
  always('request_id', ({ requestId }) => requestId),
  always('service', ({ service }) => service),
  always('kind_of_support', ({ kind }) => kind),
  always('state', ({ state }) => state),
  always('band', ({ band }) => band),
  always('weeks_waited', ({ weeksWaited }) => (weeksWaited === null ? '' : String(weeksWaited))),
  always('accepted_on', ({ acceptedAt }, zone) => dayOf(acceptedAt, zone)),
  always('first_session_planned_by', ({ startDueAt }, zone) => dayOf(startDueAt, zone)),
  always('first_session_on', ({ startedAt }, zone) => dayOf(startedAt, zone)),
  always('review_planned_by', ({ reviewDueAt }, zone) => dayOf(reviewDueAt, zone)),
  always('last_review_on', ({ reviewedAt }, zone) => dayOf(reviewedAt, zone)),
  always('ended_on', ({ endedAt }, zone) => dayOf(endedAt, zone)),
  always('ending', ({ ending }) => ending ?? ''),
  always('shared', ({ shared: classes }) => classes.join(';')),
  shared('identity', 'name_to_ask_for', ({ nameToAskFor }) => nameToAskFor ?? ''),
  shared('identity', 'full_name', ({ fullName }) => fullName ?? ''),
  shared('identity', 'born_on', ({ bornOn }) => bornOn ?? ''),
  ...phone(0),
  ...phone(1),
  shared('safe-contact', 'safe_times', ({ safeTimes }) => safeTimes ?? ''),
  shared('safe-contact', 'say_if_other_answers', ({ sayIfOtherAnswers }) => sayIfOtherAnswers ?? ''),
  shared('needs', 'age_band', ({ ageBand }) => ageBand ?? ''),
  shared('needs', 'language_need', ({ languageNeed }) => languageNeed ?? ''),
  shared('incident', 'offence_groups', ({ offenceGroups }) => offenceGroups.join(';')),
  shared('incident', 'when_bands', ({ whenBands }) => whenBands.join(';')),
  shared('incident', 'relationships', ({ relationships }) => relationships.join(';')),
  shared('investigation', 'reported_to_police_on', ({ reportedToPoliceAt }, zone) =>
    dayOf(reportedToPoliceAt, zone),
  ),
  shared('investigation', 'crime_reference', ({ crimeReference }) => crimeReference ?? ''),
];

/** The names of the columns, in their order. */
export const EXPORT_COLUMNS: readonly string[] = COLUMNS.map(({ name }) => name);

/**
 * One row for a service's own system. A column of a class for which there is no ground at this instant is empty,
 * whatever the facts say: the layout asks for itself (P6). Dates are days of the area's zone, `YYYY-MM-DD`.
 */
export function exportRow(facts: ExportFacts, timezone: string): readonly string[] {
  return COLUMNS.map(({ about, value }) =>
    about === null || facts.shared.includes(about) ? value(facts, timezone) : '',
  );
}

function dayOf(at: Instant | null, timezone: string): string {
  return at === null ? '' : localDateTime(at, timezone).date;
}

/** A number as it is dialled here: a leading plus would be the beginning of a formula to a spreadsheet. */
function dialled(value: string): string {
  if (value.startsWith('+44')) {
    const rest = value.slice(3).replaceAll(/\D/g, '');
    return `0${rest.slice(0, 4)} ${rest.slice(4)}`;
  }
  return value.startsWith('+') ? `00${value.slice(1)}` : value;
}
