import { parseDate, type CalendarRefusal } from '../time';
import { calendarOfService, LONGEST_CLOSURE_DAYS } from './calendar-of-service';
import { overlappingDistricts } from './coverage';
import type { DateSpan, DirectoryService } from './service';

export const OLDEST_AGE = 120;
export const LONGEST_NAME = 120;

export type ServiceFault =
  | 'name-missing'
  | 'name-too-long'
  | 'covers-nothing'
  | 'coverage-overlaps'
  | 'coverage-dates-wrong'
  | 'district-unknown'
  | 'basis-missing'
  | 'ages-upside-down'
  | 'ages-out-of-range'
  | 'serves-nobody'
  | 'no-opening-hours'
  | 'opening-hours-unsound'
  | 'closure-dates-wrong'
  | 'closure-too-long'
  | 'funding-dates-wrong'
  | 'location-twice'
  | 'position-impossible'
  | 'language-unknown'
  | 'inbox-without-team'
  | 'team-unknown'
  | 'source-missing';

/**
 * Everything that makes a version of a service impossible to work by; an empty list means that it may be kept. A
 * retired service covers nobody any more, so nothing is asked of its coverage but that its rows are sound.
 * `districts` are the codes of the area and `teams` those of the service's own agency; leave out what is not known.
 */
export function serviceFaults(
  service: DirectoryService,
  {
    districts,
    teams,
  }: { readonly districts?: ReadonlySet<string>; readonly teams?: ReadonlySet<string> } = {},
): readonly ServiceFault[] {
  const { coverage, locations, inbox } = service;
  const name = service.name.trim();
  const hours = hoursFault(service);
  const faults: Readonly<Record<ServiceFault, boolean>> = {
    'name-missing': name === '',
    'name-too-long': name.length > LONGEST_NAME,
    'covers-nothing': service.state === 'open' && coverage.length === 0,
    'coverage-overlaps': overlappingDistricts(coverage).length > 0,
    'coverage-dates-wrong': !coverage.every(soundSpan),
    'district-unknown': districts !== undefined && coverage.some(({ district }) => !districts.has(district)),
    'basis-missing': coverage.some(({ basis }) => basis.trim() === ''),
    'ages-upside-down': service.ages.to !== null && service.ages.to < service.ages.from,
    'ages-out-of-range': ![service.ages.from, service.ages.to ?? OLDEST_AGE].every(soundAge),
    'serves-nobody': service.genders.length === 0,
    'no-opening-hours': hours === 'never-open',
    'opening-hours-unsound': hours !== null && hours !== 'never-open',
    'closure-dates-wrong': !service.closures.every(soundSpan),
    'closure-too-long': service.closures.some(({ from, to }) => daysBetween(from, to) > LONGEST_CLOSURE_DAYS),
    'funding-dates-wrong': !service.funding.every(soundSpan),
    'location-twice': new Set(locations.map(({ id }) => id)).size < locations.length,
    'position-impossible': locations.some(({ position }) => position !== null && !soundPosition(position)),
    'language-unknown': !service.languages.every(isLanguageTag),
    'inbox-without-team': service.reachedBy === 'inbox' && inbox.teamId === null && inbox.email === null,
    'team-unknown': teams !== undefined && inbox.teamId !== null && !teams.has(inbox.teamId),
    'source-missing': service.source.text.trim() === '',
  };
  return (Object.keys(faults) as ServiceFault[]).filter((fault) => faults[fault]);
}

/** Whether a text is a well-formed BCP 47 tag, such as `en`, `bfi` or `pa-Arab`. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function hoursFault(service: DirectoryService): CalendarRefusal | null {
  const built = calendarOfService({ opening: service.opening, closures: service.closures });
  return built.kind === 'refused' ? built.reason : null;
}

/** Half-open and forward, on days that exist. */
function soundSpan({ from, to }: DateSpan): boolean {
  if (parseDate(from) === undefined) return false;
  return to === null || (parseDate(to) !== undefined && from < to);
}

function soundAge(years: number): boolean {
  return Number.isInteger(years) && years >= 0 && years <= OLDEST_AGE;
}

function soundPosition({ lat, long }: { lat: number; long: number }): boolean {
  return Math.abs(lat) <= 90 && Math.abs(long) <= 180;
}

function daysBetween(from: string, to: string): number {
  return (parseDate(to) ?? 0) - (parseDate(from) ?? 0);
}
