import {
  afterYear,
  coverageOf,
  monthPlus,
  ruleName,
  OFFENCE_DEFINITIONS,
  type CoverageLine,
  type HeldOffences,
  type OffenceDefinition,
} from '#libs/domain';
import type { CoverageRelease } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { MONTHS } from '../../formatting/moment.copy';
import { dayInFull } from '../../formatting/moments';
import type { Area } from '../../settings';
import { wrongFields } from '../form-acts/wrong-fields';
import { COMPARABILITY_WORDS, COVERAGE, DEFINITION_NAMES, NOT_COMPARED_WORDS } from './coverage.copy';

export interface CoverageShown {
  readonly quarters: readonly string[];
  readonly release: CoverageRelease | null;
  readonly definition: OffenceDefinition;
  readonly held: readonly (HeldOffences & { readonly definition: OffenceDefinition })[];
  readonly errors: readonly FieldError[];
  readonly area: Area;
}

/** Referrals beside recorded offences of one rolling year and one definition. */
export function coveragePage(shown: CoverageShown) {
  const { quarters, release, definition, errors, area } = shown;
  const lines = release === null ? [] : linesOf(shown, release);
  const rows = lines.map((line) => rowView(line, area));
  const last = release === null ? '' : monthPlus(afterYear(release.quarter), -1);
  const months = release === null ? 12 : monthsBetween(release.first, last);
  const span = release === null ? null : COVERAGE.span(monthName(release.first), monthName(last));
  return {
    ...COVERAGE,
    errors,
    wrong: wrongFields(errors),
    years: quarters.map((quarter) => ({
      value: quarter,
      text: monthName(monthPlus(afterYear(quarter), -1)),
      selected: quarter === release?.quarter,
    })),
    definitions: OFFENCE_DEFINITIONS.map((value) => ({
      value,
      text: DEFINITION_NAMES[value],
      selected: value === definition,
    })),
    span,
    caption: span === null ? '' : COVERAGE.table(span),
    short: release !== null && months < 12 ? COVERAGE.shortYear(months) : null,
    counted:
      release === null
        ? null
        : COVERAGE.madeOn(dayInFull(release.madeAt, area.timezone), ruleName(release.rule)),
    rows,
    nothingHeld: rows.length > 0 && lines.every(({ offences }) => offences === null),
    sourcesHeld: [...new Set(lines.flatMap(({ source }) => (source === null ? [] : [source])))].toSorted(),
    hidesSome: lines.some(({ referrals }) => referrals === null),
    publicCounts: area.publicCounts.map((one) => ({
      ...one,
      count: one.count.toLocaleString('en-GB'),
      compared: `${COMPARABILITY_WORDS[one.comparability]} ${one.note}.`,
    })),
  };
}

function linesOf({ definition, held }: CoverageShown, release: CoverageRelease): readonly CoverageLine[] {
  const offences = held.filter((one) => one.definition === definition);
  return coverageOf({ ...release, definition, offences });
}

function rowView({ district, referrals, offences, answer }: CoverageLine, { districts }: Area) {
  const name =
    district === null ? COVERAGE.county : (districts.find(({ code }) => code === district)?.name ?? district);
  return {
    name,
    referrals: referrals === null ? COVERAGE.hidden : referrals.toLocaleString('en-GB'),
    offences: offences === null ? COVERAGE.unknown : offences.toLocaleString('en-GB'),
    per100: answer.kind === 'compared' ? String(answer.per100) : NOT_COMPARED_WORDS[answer.why],
  };
}

/** `2026-07` is “July 2026”. */
function monthName(month: string): string {
  const [year = '', number = '1'] = month.split('-');
  return `${MONTHS[Number(number) - 1]} ${year}`;
}

function monthsBetween(first: string, last: string): number {
  return Array.from({ length: 12 }, (_, at) => monthPlus(first, at)).indexOf(last) + 1;
}
