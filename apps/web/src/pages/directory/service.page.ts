import {
  changedParts,
  COVERAGE_BASES,
  holdsDay,
  isUnconfirmed,
  keepsCapacityOf,
  mayDo,
  type CoverageRow,
  type DateSpan,
  type DirectoryService,
  type Instant,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import { calendarDay, timeInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import type { Notice } from '../notices/notice';
import { openingInWords } from '../policies/opening-words';
import { listInWords, roomInWords } from './directory.page';
import { SERVICE } from './directory.copy';
import type { DirectoryReading, ServiceRead } from './directory-reading';
import { FORM } from './service-form.copy';
import { basicsRows, inboxRows, whoRows } from './service-facts';
import {
  BASIS_WORDS,
  CLOSURE_WORDS,
  COMMISSIONER_WORDS,
  EVIDENCE_WORDS,
  PART_WORDS,
  REASON_WORDS,
  STAGE_WORDS,
} from './words.copy';

interface Reader {
  readonly actor: StaffActor;
  readonly nameOf: NameOf;
  readonly notice: Notice | null;
}

export function servicePage(read: ServiceRead, reading: DirectoryReading, reader: Reader) {
  const { service, capacity, providers, today, now, timezone } = read;
  const { actor, notice } = reader;
  const agency = providers.find(({ agencyId }) => agencyId === service.agencyId);
  const open = service.state === 'open';
  const mayKeep = mayDo(actor, 'keep-directory') && open;
  const base = `/directory/services/${service.id}`;
  const coverage = coverageRows(service, { reading, today, base, actor });
  const pending = coverage.filter(({ confirmHref }) => confirmHref !== null).length;
  return {
    words: SERVICE,
    form: FORM,
    parts: PART_WORDS,
    title: service.name,
    caption: agency?.name ?? '',
    asAt: timeOfDay(now, timezone),
    notice,
    base,
    open,
    sample: service.source.sample,
    mayKeep,
    mayRetire: mayDo(actor, 'keep-directory'),
    mayState: open && mayDo(actor, 'keep-capacity') && keepsCapacityOf(actor, service.agencyId),
    version: service.version,
    basics: basicsRows(service, reading),
    who: whoRows(service),
    coverage,
    pending: pending === 0 ? null : SERVICE.unconfirmedIntro(pending),
    opening: openingLines(service),
    closures: service.closures.map((row, index) => ({
      text: `${spanInWords(row)}: ${CLOSURE_WORDS[row.why]}`,
      href: `${base}/edit/closures/${index}`,
    })),
    places: service.locations.map((place, index) => ({
      text: place.district === null ? place.name : `${place.name}, ${reading.districtName(place.district)}`,
      href: `${base}/edit/places/${index}`,
    })),
    funding: service.funding.map((row, index) => ({
      text: `${row.name} (${COMMISSIONER_WORDS[row.commissioner].toLowerCase()}), ${STAGE_WORDS[row.stage].toLowerCase()}. ${spanInWords(row)}`,
      now: holdsDay(row, today),
      href: `${base}/edit/funding/${index}`,
    })),
    fundedNow: service.funding.some((row) => holdsDay(row, today)),
    inbox: inboxRows(service, agency?.teams ?? []),
    room:
      capacity === null
        ? null
        : { room: roomInWords(capacity), list: listInWords(capacity), sample: capacity.sample },
    history: historyLines(read, reader.nameOf),
    roomHistory: read.capacities.map((line) => ({
      when: whenInWords(line, timezone),
      who: line.recordedBy === null ? SERVICE.areaPack : reader.nameOf(line.recordedBy),
      what: `${roomInWords({ ...line, serviceId: service.id })}. ${SERVICE.list}: ${listInWords(line).toLowerCase()}`,
    })),
  };
}

export function spanInWords({ from, to }: DateSpan): string {
  return to === null
    ? SERVICE.fromOn(calendarDay(from))
    : SERVICE.between(calendarDay(from), calendarDay(to));
}

export function basisInWords({ basis }: Pick<CoverageRow, 'basis'>): string {
  const code = COVERAGE_BASES.find((each) => each === basis);
  return code === undefined ? basis : BASIS_WORDS[code];
}

function coverageRows(
  service: DirectoryService,
  about: { reading: DirectoryReading; today: string; base: string; actor: StaffActor },
) {
  const { reading, today, base, actor } = about;
  const mayConfirm = service.state === 'open' && mayDo(actor, 'confirm-coverage');
  return service.coverage
    .map((row, index) => {
      const now = holdsDay(row, today);
      const unconfirmed = isUnconfirmed(row.evidence);
      return {
        district: reading.districtName(row.district),
        when: spanInWords(row),
        now,
        unconfirmed,
        evidence: EVIDENCE_WORDS[row.evidence],
        basis: basisInWords(row),
        href: `${base}/edit/coverage/${index}`,
        confirmHref: mayConfirm && now && unconfirmed ? `${base}/confirm/${row.district}` : null,
      };
    })
    .toSorted((a, b) => a.district.localeCompare(b.district) || (a.when < b.when ? -1 : 1));
}

function openingLines({ opening }: DirectoryService): readonly string[] {
  const week = openingInWords(opening).map((line) => line.replace('midnight to midnight', 'all day'));
  const holidays = opening.holidays.length > 0 ? SERVICE.bankHolidaysClosed : SERVICE.bankHolidaysOpen;
  return [...week, holidays, SERVICE.zone(opening.timezone)];
}

function historyLines({ versions, timezone }: ServiceRead, nameOf: NameOf) {
  return versions.map((line, index) => {
    const before = versions[index + 1];
    const parts = before === undefined ? [] : changedParts(before.service, line.service);
    return {
      version: line.service.version,
      when: whenInWords(line, timezone),
      who: line.recordedBy === null ? SERVICE.areaPack : nameOf(line.recordedBy),
      why: REASON_WORDS[line.reason],
      what: before === undefined ? SERVICE.first : parts.map((part) => PART_WORDS[part]).join(', '),
    };
  });
}

/** What came with the area holds from before anything that is here; the instant of it is nobody's. */
function whenInWords(
  { recordedBy, recordedAt }: { readonly recordedBy: UserId | null; readonly recordedAt: Instant },
  timezone: string,
): string {
  return recordedBy === null ? SERVICE.atTheStart : timeInWords(recordedAt, timezone);
}
