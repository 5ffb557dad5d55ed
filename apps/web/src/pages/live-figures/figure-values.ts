import {
  ADVISER_SUPPORT,
  DAY_GROUPS,
  isDayGroup,
  LIVE_TABLES,
  NOT_RECORDED,
  OFFENCE_GROUPS,
  OUTCOME_MEASURES,
  SOURCES,
  STAFFING_PATTERN_IDS,
  SUPPORT_KINDS,
  WEEKDAYS,
  type Cell,
  type LiveTable,
  type FigureDimension,
  type SupportKind,
} from '#libs/domain';
import { MONTHS } from '../../formatting/moment.copy';
import { OFFENCE_WORDS } from '../referrals/referral-codes.copy';
import { HOUR_BAND_NAMES, START } from './start.copy';
import { STAFFING_NAMES } from './staffing.copy';
import { ADVISER_NAMES, QUESTION_NAMES } from './strands.copy';
import { DAY_GROUP_NAMES, LIVE, REFERRER_NAMES, WEEKDAY_NAMES } from './live-figures.copy';

/** What codes are called here. */
export interface FigureNames {
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  readonly agencies: ReadonlyMap<string, string>;
  readonly services: ReadonlyMap<string, string>;
  readonly kinds: Readonly<Record<SupportKind, string>>;
}

/** The cells of one row of a table. A month is a row where the table goes by month; days may be taken together. */
export function cellsOfValue(cells: readonly Cell[], table: LiveTable, value: string): readonly Cell[] {
  if (table === 'promise-by-month') return cells.filter(({ monthOn }) => monthOn.startsWith(value));
  if (table === 'promise-by-weekday' && isDayGroup(value)) {
    const days: readonly string[] = DAY_GROUPS[value];
    return cells.filter((cell) => days.includes(cell.value));
  }
  return cells.filter((cell) => cell.value === value);
}

/** The values that a table has rows for, in the order in which they are shown. */
export function valuesOf(cells: readonly Cell[], table: LiveTable, names: FigureNames): readonly string[] {
  const { dimension } = LIVE_TABLES[table];
  const found = [...new Set(cells.map(({ value }) => value))];
  const order = ORDERS[dimension];
  if (order !== undefined) return [...order, NOT_RECORDED].filter((value) => found.includes(value));
  const name = (value: string) => valueName(table, value, names);
  const known = found.filter((value) => value !== NOT_RECORDED);
  const sorted = known.toSorted((one, other) => name(one).localeCompare(name(other), 'en-GB'));
  return found.length === known.length ? sorted : [...sorted, NOT_RECORDED];
}

const ORDERS: Readonly<Partial<Record<FigureDimension, readonly string[]>>> = {
  weekday: WEEKDAYS,
  source: SOURCES,
  'offence-group': OFFENCE_GROUPS,
  staffing: STAFFING_PATTERN_IDS,
  question: OUTCOME_MEASURES,
  adviser: ADVISER_SUPPORT,
};

export function valueName(table: LiveTable, value: string, names: FigureNames): string {
  if (value === NOT_RECORDED) return LIVE.notRecorded;
  if (table === 'promise-by-month') {
    const [year = '', month = '1'] = value.split('-');
    return `${MONTHS[Number(month) - 1]} ${year}`;
  }
  if (isDayGroup(value)) return DAY_GROUP_NAMES[value];
  return NAMES[LIVE_TABLES[table].dimension]?.(value, names) ?? value;
}

const NAMES: Readonly<
  Partial<Record<FigureDimension, (value: string, names: FigureNames) => string | undefined>>
> = {
  district: (value, { districts }) => districts.find(({ code }) => code === value)?.name,
  centre: (value, { agencies }) => agencies.get(value),
  provider: (value, { agencies }) => agencies.get(value),
  'offence-group': (value) => named(OFFENCE_WORDS, value),
  source: (value) => named(REFERRER_NAMES, value),
  weekday: (value) => named(WEEKDAY_NAMES, value),
  start: startName,
  staffing: (value) => named(STAFFING_NAMES, value),
  'listed-service': (value, { services }) => services.get(value),
  adviser: (value) => named(ADVISER_NAMES, value),
  question: (value) => named(QUESTION_NAMES, value),
  service: (value, { kinds }) =>
    SUPPORT_KINDS.some((kind) => kind === value) ? named(kinds, value) : undefined,
};

function startName(value: string): string | undefined {
  const [weekday = '', hourBand = ''] = value.split('-');
  const [day, band] = [named(WEEKDAY_NAMES, weekday), named(HOUR_BAND_NAMES, hourBand)];
  return day === undefined || band === undefined ? undefined : START.value(day, band);
}

function named(words: Readonly<Record<string, string>>, value: string): string | undefined {
  return words[value];
}
