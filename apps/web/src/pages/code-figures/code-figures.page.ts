import {
  CODE_RESULTS,
  ruleName,
  type CodeVersion,
  type Entitlement,
  type ReleasedCodeLine,
} from '#libs/domain';
import type { CodeRelease } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { MONTHS } from '../../formatting/moment.copy';
import { dayInFull } from '../../formatting/moments';
import { HOLDERS } from '../duties/rights.copy';
import { CODE_FIGURES, CODE_RESULT_NAMES } from './code-figures.copy';

interface Around {
  readonly months: readonly string[];
  readonly versions: readonly CodeVersion[];
  readonly timezone: string;
  readonly errors: readonly FieldError[];
}

/** What was published of one quarter, a table for each right of the Code. */
export function codeFiguresPage(release: CodeRelease | null, around: Around) {
  const { months, versions, timezone, errors } = around;
  const rows = (release?.lines ?? []).map((line) => rowView(line, versions));
  const rights = [...new Set(rows.map(({ right }) => right))].toSorted((a, b) => a - b);
  return {
    ...CODE_FIGURES,
    errors,
    wrong: errors[0]?.message,
    quarters: months.map((month) => ({
      value: month,
      text: quarterName(month),
      selected: month === release?.month,
    })),
    quarterShown: release === null ? null : quarterName(release.month),
    counted:
      release === null
        ? null
        : CODE_FIGURES.madeOn(dayInFull(release.madeAt, timezone), ruleName(release.rule)),
    results: CODE_RESULTS.map((result) => CODE_RESULT_NAMES[result]),
    rights: rights.map((right) => ({
      name: CODE_FIGURES.right(right),
      rows: rows.filter((row) => row.right === right),
    })),
    empty: release === null ? CODE_FIGURES.notYet : CODE_FIGURES.nobody,
    hidesSome: rows.some(({ counts, opened }) => [opened, ...counts.map(({ text }) => text)].includes('[c]')),
  };
}

function rowView(line: ReleasedCodeLine, versions: readonly CodeVersion[]) {
  const found = entitlementOf(line, versions);
  return {
    right: found?.right ?? 0,
    title: found?.title ?? line.entitlementId,
    owedBy: CODE_FIGURES.owedBy(line.owedBy.map((holder) => HOLDERS[holder]).join(', ')),
    version: CODE_FIGURES.version(line.codeVersion),
    opened: countWords(line.opened),
    counts: CODE_RESULTS.map((result) => ({
      label: CODE_RESULT_NAMES[result],
      text: countWords(line.results[result]),
    })),
  };
}

function entitlementOf(
  { codeVersion, entitlementId }: ReleasedCodeLine,
  versions: readonly CodeVersion[],
): Entitlement | undefined {
  const version = versions.find((one) => one.version === codeVersion);
  return version?.entitlements.find(({ id }) => id === entitlementId);
}

function countWords(count: number | null): string {
  return count === null ? CODE_FIGURES.hidden : String(count);
}

/** `2026-07` is “July to September 2026”. */
function quarterName(month: string): string {
  const [year = 0, first = 1] = month.split('-').map(Number);
  return CODE_FIGURES.quarter(MONTHS[first - 1]!, MONTHS[first + 1]!, year);
}
