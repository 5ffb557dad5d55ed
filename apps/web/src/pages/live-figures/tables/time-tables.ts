import { spreadOf, type FigureWorking } from '#libs/domain';
import { barChart, stripChart, type Chart } from '../../../charts';
import { countInWords } from '../../promise/promise-words';
import { countCell, lengthCell, plainCell, workedOut } from '../figure-cells';
import type { FigureReading } from '../figure-reading';
import { cellsOfValue, valueName, valuesOf } from '../figure-values';
import type { FigureRow, FigureSection, FigureTable } from '../figure-view';
import { lengthOf, percentOf, periodInWords } from '../figure-words';
import { BANDS, FIRST_HEADS, TIMES } from '../live-figures.copy';

const MEASURES = [
  { measure: 'handover-lag', name: TIMES.handover },
  { measure: 'time-to-first-conversation', name: TIMES.conversation },
] as const;

/** How long handover and first conversation take, and how the second is spread. */
export function timesTable({ asked, cells }: FigureReading): FigureSection {
  const workings = MEASURES.map((one) => ({ ...one, working: workedOut(one.measure, cells) }));
  const rows = workings.map(({ measure, name, working }): FigureRow => {
    const figure = { ...asked, measure };
    return {
      name,
      cells: [
        countCell(working, figure, `${TIMES.heads.count}, ${name}`),
        lengthCell(working, 'median', { asked: figure, what: `${TIMES.heads.median}, ${name}` }),
        lengthCell(working, 'p90', { asked: figure, what: `${TIMES.heads.p90}, ${name}` }),
      ],
    };
  });
  const conversation = workings[1]?.working;
  const bands = conversation === undefined ? null : bandsTable(conversation);
  return {
    intro: [TIMES.apart],
    charts: [...drawn(workings, periodInWords(asked)), ...(bands?.chart ? [bands.chart] : [])],
    tables: [
      {
        caption: `${TIMES.caption}, ${periodInWords(asked)}`,
        firstHead: FIRST_HEADS.county,
        heads: [TIMES.heads.count, TIMES.heads.median, TIMES.heads.p90],
        rows,
      },
      ...(bands === null ? [] : [bands.table]),
    ],
    notes: [TIMES.longest],
  };
}

/** The same two by the day of the report. */
export function timesByWeekdayTable({ asked, cells, names }: FigureReading): FigureSection {
  const heads = MEASURES.flatMap(({ name }) => [
    `${name}: ${TIMES.heads.median}`,
    `${name}: ${TIMES.heads.p90}`,
  ]);
  const rows = valuesOf(cells, asked.table, names).map((value): FigureRow => {
    const own = cellsOfValue(cells, asked.table, value);
    const day = valueName(asked.table, value, names);
    return {
      name: day,
      cells: MEASURES.flatMap(({ measure, name }) => {
        const working = workedOut(measure, own);
        const figure = { ...asked, measure, value };
        return (['median', 'p90'] as const).map((which) =>
          lengthCell(working, which, { asked: figure, what: `${name}, ${TIMES.heads[which]}, ${day}` }),
        );
      }),
    };
  });
  const caption = `${TIMES.caption}, ${periodInWords(asked)}`;
  return {
    intro: [TIMES.apart],
    charts: [],
    tables: [{ caption, firstHead: FIRST_HEADS.weekday, heads, rows }],
    notes: [TIMES.longest],
  };
}

function drawn(
  workings: readonly { readonly name: string; readonly working: FigureWorking }[],
  period: string,
): readonly Chart[] {
  const chart = stripChart({
    id: 'times',
    title: TIMES.chart,
    subtitle: TIMES.chartWords(period),
    rows: workings.map(({ name, working }) => ({ name, detail: '', datum: datumOf(working) })),
    tickWords: (hours) => TIMES.hours(String(hours)),
    measures: TIMES.measures,
  });
  return chart === undefined ? [] : [chart];
}

type StripDatum = Parameters<typeof stripChart>[0]['rows'][number]['datum'];

function datumOf({ spread }: FigureWorking): StripDatum {
  if (spread === null || spread.median === null || spread.p90 === null) {
    return { kind: 'left-out', because: 'nothing' };
  }
  const longest = Math.max(...spread.buckets.map(({ minutes }) => minutes));
  const value = (minutes: number) => ({ value: minutes / 60, words: lengthOf(minutes, 'minutes') });
  return { kind: 'drawn', median: value(spread.median), p90: value(spread.p90), longest: value(longest) };
}

function bandsTable(working: FigureWorking): {
  readonly table: FigureTable;
  readonly chart: Chart | undefined;
} {
  const buckets = working.spread?.buckets ?? [];
  const upTo = (under: number) => spreadOf(buckets.filter(({ minutes }) => minutes < under)).count;
  const counts = BANDS.map(({ name, under }, at) => ({
    name,
    together: upTo(under),
    count: upTo(under) - (at === 0 ? 0 : upTo(BANDS[at - 1]?.under ?? 0)),
  }));
  const rows = counts.map(({ name, count, together }) => {
    const percent = percentOf({ numerator: together, denominator: working.denominator });
    return {
      name,
      cells: [
        plainCell(countInWords(count)),
        plainCell(percent === null ? countInWords(together) : `${percent}%`),
      ],
    };
  });
  const chart = barChart({
    id: 'bands',
    title: TIMES.bandsCaption,
    subtitle: TIMES.countHead,
    rows: counts.map(({ name, count }) => ({
      name,
      detail: '',
      datum: { kind: 'drawn', value: count, words: countInWords(count) },
    })),
  });
  const heads = [TIMES.countHead, TIMES.togetherHead];
  return { table: { caption: TIMES.bandsCaption, firstHead: TIMES.bandHead, heads, rows }, chart };
}
