import type { DirectoryService } from '#libs/domain';
import type { ProviderWithTeams } from '#libs/persistence';
import { SERVICE } from './directory.copy';
import type { DirectoryReading } from './directory-reading';
import {
  ACCESS_WORDS,
  ELIGIBILITY_WORDS,
  GENDER_WORDS,
  REACHED_WORDS,
  STAGE_WORDS,
  WORKER_WORDS,
} from './words.copy';

export interface FactRow {
  readonly key: string;
  /** One line each. */
  readonly lines: readonly string[];
}

export function basicsRows(service: DirectoryService, reading: DirectoryReading): readonly FactRow[] {
  return [
    { key: SERVICE.kind, lines: [reading.kindName(service.kind)] },
    { key: SERVICE.reachedBy, lines: [REACHED_WORDS[service.reachedBy]] },
    { key: SERVICE.stage, lines: [STAGE_WORDS[service.stage]] },
    { key: SERVICE.source, lines: [service.source.text] },
    { key: SERVICE.state, lines: [service.state === 'open' ? SERVICE.stateOpen : SERVICE.stateRetired] },
  ];
}

export function whoRows(service: DirectoryService): readonly FactRow[] {
  const { genders, workerGenders, eligibility, access, languages, interpreters, womenOnlySpace } = service;
  return [
    { key: SERVICE.ages, lines: [agesInWords(service.ages)] },
    { key: SERVICE.genders, lines: genders.map((code) => GENDER_WORDS[code]) },
    { key: SERVICE.womenOnly, lines: [womenOnlySpace ? SERVICE.yes : SERVICE.no] },
    {
      key: SERVICE.workers,
      lines: stated(
        workerGenders.map((code) => WORKER_WORDS[code]),
        SERVICE.workersUnknown,
      ),
    },
    { key: SERVICE.eligibility, lines: stated(eligibility.map((code) => ELIGIBILITY_WORDS[code])) },
    { key: SERVICE.languages, lines: stated(languages.map(languageName)) },
    { key: SERVICE.interpreters, lines: [interpreters ? SERVICE.booked : SERVICE.notBooked] },
    { key: SERVICE.access, lines: stated(access.map((code) => ACCESS_WORDS[code])) },
  ];
}

export function inboxRows(
  { inbox }: DirectoryService,
  teams: ProviderWithTeams['teams'],
): readonly FactRow[] {
  const team = teams.find(({ id }) => id === inbox.teamId)?.name ?? SERVICE.notStated;
  return [
    { key: SERVICE.team, lines: [team] },
    { key: SERVICE.email, lines: [inbox.email === null ? SERVICE.notStated : address(inbox.email)] },
    { key: SERVICE.phone, lines: [inbox.phone ?? SERVICE.notStated] },
  ];
}

export function agesInWords({ from, to }: DirectoryService['ages']): string {
  if (to === null) return SERVICE.agesFrom(from);
  return from === 0 ? SERVICE.agesUpTo(to) : SERVICE.agesBetween(from, to);
}

const NAMES = new Intl.DisplayNames(['en-GB'], { type: 'language' });

function languageName(tag: string): string {
  return NAMES.of(tag) ?? tag;
}

/** Addresses under `example` are reserved: nothing that is sent there arrives. */
function address(email: string): string {
  return /[.@]example(\.(com|org|net))?$/.test(email) ? SERVICE.sampleAddress(email) : email;
}

function stated(lines: readonly string[], none: string = SERVICE.none): readonly string[] {
  return lines.length === 0 ? [none] : lines;
}
