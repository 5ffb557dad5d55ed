import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildCalendar,
  policyFaults,
  type AgencyId,
  type CalendarVersion,
  type DeadlinePolicy,
  type OpeningHours,
  type ReportChannel,
  type Role,
  type TeamId,
  type UserId,
  type WeeklySchedule,
} from '#libs/domain';
import { projectRoot } from '../project-root';

export interface AreaAgency {
  readonly id: AgencyId;
  readonly kind: 'police' | 'responder' | 'provider' | 'commissioner' | 'operator';
  readonly name: string;
  /** A sexual assault referral centre: under 13 it is reached through the police or social care alone. */
  readonly sarc?: boolean;
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

/** Everything local to one force area, as data: no code names an area (DESIGN §7). */
export interface AreaPack {
  readonly id: string;
  readonly name: string;
  readonly serviceName: string;
  /** Answered day and night: what an officer rings while samples may still be possible. */
  readonly sarcLine: { readonly name: string; readonly phone: string; readonly source: string };
  readonly timezone: string;
  readonly referencePrefix: string;
  readonly desk: { readonly agencyId: AgencyId; readonly teamId: TeamId };
  readonly agencies: readonly AreaAgency[];
  readonly teams: readonly { readonly id: TeamId; readonly agencyId: AgencyId; readonly name: string }[];
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  readonly calendars: readonly (CalendarVersion & { readonly source: string })[];
  readonly policies: readonly AreaPolicy[];
  readonly personas: readonly Persona[];
  readonly support: PublicSupport;
}

type AreaFile = Omit<AreaPack, 'districts' | 'calendars' | 'policies' | 'personas' | 'support'>;

interface CalendarFile {
  readonly id: string;
  readonly version: number;
  readonly source: string;
  readonly timezone: string;
  readonly schedule: WeeklySchedule;
  readonly holidays: 'england-and-wales';
}

interface BankHolidayFile {
  readonly publishedRange: { readonly to: string };
  readonly days: readonly { readonly date: string; readonly status: 'published' | 'computed' }[];
}

/** An area pack that cannot be used: the message says which file and what is wrong with it. */
export class AreaPackError extends Error {}

/** Reads and checks one area pack; every fault is named before anything starts. */
export function loadAreaPack(id: string): AreaPack {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new AreaPackError(`"${id}" is not the name of an area pack.`);
  const area = read<AreaFile>(id, 'area.json');
  const { districts } = read<Pick<AreaPack, 'districts'>>(id, 'districts.json');
  const calendars = read<CalendarFile[]>(id, 'calendars.json').map((file) => calendarOf(id, file));
  const policies = read<AreaPolicy[]>(id, 'policies.json');
  for (const { policy } of policies) checkPolicy(id, policy, calendars);
  const support = read<PublicSupport>(id, 'support.json');
  if (!support.leaveTo.startsWith('https://'))
    throw fault(id, 'support.json', 'leaveTo is not an https address');
  return { ...area, districts, calendars, policies, support, personas: read<Persona[]>(id, 'personas.json') };
}

function calendarOf(id: string, file: CalendarFile): CalendarVersion & { source: string } {
  const hours: OpeningHours = { timezone: file.timezone, schedule: file.schedule, ...englishBankHolidays() };
  const built = buildCalendar(hours);
  if (built.kind === 'refused') throw fault(id, 'calendars.json', `calendar ${file.id}: ${built.reason}`);
  return { id: file.id, version: file.version, source: file.source, hours };
}

/** Published dates only: a question past the last of them is refused, never guessed (DESIGN §3). */
function englishBankHolidays(): Pick<OpeningHours, 'holidays' | 'knownUntil'> {
  const file = readJson<BankHolidayFile>(
    join(projectRoot(), 'libs/config/reference/bank-holidays-england-and-wales.json'),
    'bank-holidays-england-and-wales.json',
  );
  const published = file.days.filter(({ status }) => status === 'published');
  return { holidays: published.map(({ date }) => date), knownUntil: file.publishedRange.to };
}

function checkPolicy(id: string, policy: DeadlinePolicy, calendars: readonly CalendarVersion[]): void {
  const faults = policyFaults(policy);
  if (faults.length > 0) throw fault(id, 'policies.json', `policy ${policy.id}: ${faults.join(', ')}`);
  if (!calendars.some((calendar) => calendar.id === policy.calendar)) {
    throw fault(id, 'policies.json', `policy ${policy.id} names the unknown calendar ${policy.calendar}`);
  }
  const onCall = buildCalendar(policy.escalation.onCall);
  if (onCall.kind === 'refused')
    throw fault(id, 'policies.json', `policy ${policy.id}, on call: ${onCall.reason}`);
}

function read<Value>(id: string, file: string): Value {
  return readJson<Value>(join(projectRoot(), 'libs/config/area-packs', id, file), `${id}/${file}`);
}

function readJson<Value>(path: string, label: string): Value {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Value;
  } catch (error) {
    throw new AreaPackError(`Area pack file ${label} cannot be read: ${(error as Error).message}`);
  }
}

function fault(id: string, file: string, what: string): AreaPackError {
  return new AreaPackError(`Area pack file ${id}/${file}: ${what}.`);
}
