import { parseDate } from '../time/civil-date';
import type { DirectoryService } from '../directory';
import { holdsForAll } from './conditions';
import { FORENSIC_ACTS } from './codes';
import { matchesNothing } from './matches-nothing';
import { shadowOf } from './shadow';
import type { RoutingRule, RoutingTable } from './table';

export const MOST_RULES = 200;
const LONGEST_TITLE = 120;
const LONGEST_WINDOW_HOURS = 366 * 24;

export type TableFaultCode =
  | 'too-many-rules'
  | 'zone-unknown'
  | 'rule-id-twice'
  | 'title-missing'
  | 'title-too-long'
  | 'matches-nothing'
  | 'matches-everybody'
  | 'shadowed'
  | 'no-services'
  | 'unknown-service'
  | 'retired-service'
  | 'service-of-another-kind'
  | 'unknown-district'
  | 'shuts-sarc-in-window'
  | 'no-forensic-rule'
  | 'window-hours-wrong'
  | 'window-dates-wrong'
  | 'window-source-missing'
  | 'act-without-window';

export interface TableFault {
  readonly code: TableFaultCode;
  /** The rule or the window it is about; null for the table as a whole. */
  readonly ruleId: string | null;
  /** The rule that stands in front of a shadowed one, or the code that is unknown. */
  readonly detail?: string;
}

/**
 * Everything that makes a table impossible to work by; an empty list means that it may be kept. Rules that count for
 * nobody, rules that count for everybody where that shuts something, and rules that another one before them leaves
 * nothing to do are faults, because nobody would see that they are there.
 */
export function tableFaults(
  table: RoutingTable,
  services: readonly DirectoryService[],
  { districts }: { readonly districts?: ReadonlySet<string> } = {},
): readonly TableFault[] {
  const { rules } = table;
  const whole = (code: TableFaultCode, holds: boolean, detail?: string): readonly TableFault[] =>
    holds ? [{ code, ruleId: null, ...(detail === undefined ? {} : { detail }) }] : [];
  return [
    ...whole('too-many-rules', rules.length > MOST_RULES),
    ...whole('zone-unknown', !isZone(table.timezone)),
    ...whole('no-forensic-rule', !rules.some(putsSarcFirst)),
    ...FORENSIC_ACTS.filter((act) => act !== 'unknown').flatMap((act) =>
      whole('act-without-window', !table.windows.some((window) => window.act === act), act),
    ),
    ...windowFaults(table),
    ...rules.flatMap((rule, index) => ruleFaults(rule, { table, index, services, districts })),
  ];
}

/** One rule must put the centre first for whoever may still be in time, and for all of them. */
function putsSarcFirst({ when, then }: RoutingRule): boolean {
  const conditions = Object.values(when).filter((said) => said !== undefined);
  return (
    then.kind === 'put-first' &&
    then.support === 'sarc' &&
    when.forensic === 'may-be-open' &&
    conditions.length === 1
  );
}

interface Around {
  readonly table: RoutingTable;
  readonly index: number;
  readonly services: readonly DirectoryService[];
  readonly districts: ReadonlySet<string> | undefined;
}

function ruleFaults(rule: RoutingRule, around: Around): readonly TableFault[] {
  const { table, index, services, districts } = around;
  const before = table.rules.slice(0, index);
  const shadow = shadowOf(rule, before);
  const title = rule.title.trim();
  const fault = (code: TableFaultCode, detail?: string): TableFault => ({
    code,
    ruleId: rule.id,
    ...(detail === undefined ? {} : { detail }),
  });
  const unknown = (rule.when.districts ?? []).filter(
    (code) => districts !== undefined && !districts.has(code),
  );
  return [
    ...(before.some(({ id }) => id === rule.id) ? [fault('rule-id-twice')] : []),
    ...(title === '' ? [fault('title-missing')] : []),
    ...(title.length > LONGEST_TITLE ? [fault('title-too-long')] : []),
    ...(matchesNothing(rule.when, table) ? [fault('matches-nothing')] : []),
    ...(mustBeNarrow(rule) && holdsForAll(rule.when) ? [fault('matches-everybody')] : []),
    ...(shadow === null ? [] : [fault('shadowed', shadow.id)]),
    ...unknown.map((code) => fault('unknown-district', code)),
    ...serviceFaultsOf(rule, services).map(({ code, detail }) => fault(code, detail)),
    ...(shutsSarc(rule, services) && rule.when.forensic !== 'outside' ? [fault('shuts-sarc-in-window')] : []),
  ];
}

/** A preference or a prompt for everybody is a choice; shutting or asking about everything is a mistake. */
function mustBeNarrow({ then }: RoutingRule): boolean {
  return then.kind !== 'prefer' && then.kind !== 'prompt';
}

type Found = Pick<TableFault, 'code' | 'detail'>;

function serviceFaultsOf({ then }: RoutingRule, services: readonly DirectoryService[]): readonly Found[] {
  if (!('services' in then)) return [];
  if (then.services.length === 0) return [{ code: 'no-services' }];
  return then.services.flatMap((id): readonly Found[] => {
    const service = services.find((one) => one.id === id);
    if (service === undefined) return [{ code: 'unknown-service', detail: id }];
    if (service.state === 'retired') return [{ code: 'retired-service', detail: id }];
    const stranger = then.kind === 'only' && service.kind !== then.support;
    return stranger ? [{ code: 'service-of-another-kind', detail: id }] : [];
  });
}

/** While anything may still be found, only the centre itself says no. A choice among centres shuts none of them all. */
function shutsSarc({ then }: RoutingRule, services: readonly DirectoryService[]): boolean {
  if (then.kind !== 'reject') return false;
  const centres = services.filter(({ kind, state }) => kind === 'sarc' && state === 'open');
  return centres.some(({ id }) => then.services.includes(id));
}

function windowFaults({ windows, healthWindows }: RoutingTable): readonly TableFault[] {
  const all = [
    ...windows.map((window) => ({ ...window, key: window.id })),
    ...healthWindows.map((window) => ({ ...window, key: window.care })),
  ];
  return all.flatMap(({ key, hours, from, to, source }) => {
    const fault = (code: TableFaultCode): TableFault => ({ code, ruleId: null, detail: key });
    const soundHours = Number.isInteger(hours) && hours > 0 && hours <= LONGEST_WINDOW_HOURS;
    const soundDates = isDay(from) && (to === null || (isDay(to) && from < to));
    return [
      ...(soundHours ? [] : [fault('window-hours-wrong')]),
      ...(soundDates ? [] : [fault('window-dates-wrong')]),
      ...(source.text.trim() === '' || !isDay(source.readOn) ? [fault('window-source-missing')] : []),
    ];
  });
}

function isDay(date: string): boolean {
  return parseDate(date) !== undefined;
}

function isZone(timezone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
