import { showsReasonsApart, type Instant, type Role } from '#libs/domain';
import type { LimbFigure, PolicyVersionLine, RebuildProgress } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { timeOfDay } from '../../formatting/moments';
import { wrongFields, type WrongFields } from '../form-acts/wrong-fields';
import type { Chart } from '../../charts';
import { promiseCharts } from './promise-charts';
import { historyOf, type Month } from './promise-history';
import * as words from './promise-words';
import * as copy from './promise.copy';

interface LimbCard {
  readonly name: string;
  readonly weight: string;
  readonly headline: string;
  readonly note: string | undefined;
  readonly explainPath: string;
}

interface CountRow {
  readonly label: string;
  readonly part: boolean;
  readonly counts: readonly string[];
}

export interface PromisePage {
  readonly title: string;
  readonly asAt: string;
  readonly month: string;
  /** How far a rebuild has come, to who runs the desk. */
  readonly rebuilding: string | null;
  readonly errors: readonly FieldError[];
  readonly wrong: WrongFields;
  readonly months: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
  readonly cards: readonly LimbCard[];
  readonly rows: readonly CountRow[];
  /** Said when the reasons of what was cancelled are shown as one. */
  readonly together: string | null;
  /** Both limits in the same size: how many in a hundred, and how many. */
  readonly charts: readonly Chart[];
  readonly history: readonly { readonly month: string; readonly shares: readonly string[] }[];
  readonly limbNames: readonly string[];
  readonly copy: typeof copy;
}

export function promisePage(options: {
  figures: { readonly asAt: Instant; readonly months: readonly Month[] };
  monthOn: string;
  monthsWithData: readonly string[];
  policies: readonly PolicyVersionLine[];
  timezone: string;
  errors: readonly FieldError[];
  role: Role;
  progress: RebuildProgress | null;
}): PromisePage {
  const { figures, monthOn, monthsWithData, policies, timezone, errors, role, progress } = options;
  const limbs = figures.months.find((month) => month.monthOn === monthOn)?.limbs ?? [];
  const apart = showsReasonsApart(role, limbs);
  const columns = (limbs.length > 0 ? limbs : (figures.months[0]?.limbs ?? [])).map(({ limb }) => limb);
  const history = historyOf(figures.months, monthOn);
  const limbNames = columns.map((limb) => words.limbWordsOf(limb, policies).name);
  return {
    title: copy.PROMISE_TITLE,
    asAt: timeOfDay(figures.asAt, timezone),
    month: words.monthInWords(monthOn),
    rebuilding: progress !== null && role === 'duty-lead' ? copy.REBUILDING(progress.percent) : null,
    errors,
    wrong: wrongFields(errors),
    months: choices(monthsWithData, monthOn),
    cards: limbs.map((figure) => cardOf(figure, { monthOn, policies })),
    rows: countRows(limbs, apart),
    together: apart ? null : copy.REASONS_TOGETHER,
    charts: promiseCharts(
      history,
      columns.map((limb, n) => ({ limb, name: limbNames[n] ?? limb })),
    ),
    history: history.map((month) => historyRow(month, columns)),
    limbNames,
    copy,
  };
}

function choices(monthsWithData: readonly string[], monthOn: string): PromisePage['months'] {
  const all = [...new Set([...monthsWithData, monthOn])].toSorted().toReversed();
  return all.map((month) => ({
    value: month.slice(0, 7),
    text: words.monthInWords(month),
    selected: month === monthOn,
  }));
}

function cardOf(
  figure: LimbFigure,
  { monthOn, policies }: { monthOn: string; policies: readonly PolicyVersionLine[] },
): LimbCard {
  const limb = words.limbWordsOf(figure.limb, policies);
  const asked = new URLSearchParams({ month: monthOn.slice(0, 7), limb: figure.limb });
  return {
    name: limb.name,
    weight: figure.binding ? copy.BINDING : copy.NOT_BINDING,
    headline: words.headline(figure, { limb: limb.inSentence, monthOn }),
    note: words.whyNoPercent(figure),
    explainPath: `/promise/explain?${asked.toString()}`,
  };
}

const LAYOUT: readonly { readonly key: keyof typeof copy.ROWS; readonly part?: true }[] = [
  { key: 'referrals' },
  { key: 'met' },
  { key: 'metByConfirmedLateEntry', part: true },
  { key: 'metByCorrectedStart', part: true },
  { key: 'missed' },
  { key: 'missedButInAdjustedTime', part: true },
  { key: 'stillOpen' },
  { key: 'cancelled' },
];

const REASONS: typeof LAYOUT = [
  { key: 'cancelledByRedirect', part: true },
  { key: 'cancelledByDeath', part: true },
  { key: 'cancelledAsDuplicate', part: true },
];

function countRows(limbs: readonly LimbFigure[], apart: boolean): readonly CountRow[] {
  if (limbs.length === 0) return [];
  return [...LAYOUT, ...(apart ? REASONS : [])].map(({ key, part = false }) => ({
    label: copy.ROWS[key],
    part,
    counts: limbs.map((figure) => words.countInWords(figure[key])),
  }));
}

function historyRow({ monthOn, limbs }: Month, columns: readonly string[]): PromisePage['history'][number] {
  return {
    month: words.monthInWords(monthOn),
    shares: columns.map((column) => {
      const figure = limbs.find(({ limb }) => limb === column);
      return figure ? words.shareInWords(figure) : '–';
    }),
  };
}
