import type { Instant, WaitingList } from '#libs/domain';
import { barChart, stripChart, type BarRow, type Chart, type StripRow } from '../../../charts';
import { dayInFull } from '../../../formatting/moments';
import { WAITING } from './waiting-lists.copy';
import { lengthWords, nameOf, wholeWeeks, type NamesAround } from './waiting-words';

interface Around extends NamesAround {
  readonly asAt: Instant;
  readonly timezone: string;
}

/** What the published table says, drawn: how many wait and how long. What it hides is hidden here. */
export function waitingCharts(lists: readonly WaitingList[], around: Around): readonly Chart[] {
  const day = dayInFull(around.asAt, around.timezone);
  const names = lists.map((list) => nameOf(list, around));
  const repeated = (name: string) => names.filter((one) => one.name === name).length > 1;
  const labels = names.map(({ name, kind }) => ({ name, detail: repeated(name) ? kind : '' }));
  const { peopleChart, lengthChart } = WAITING;
  return [
    barChart({
      id: 'people-waiting',
      title: peopleChart.title,
      subtitle: peopleChart.subtitle(day),
      rows: lists.map((list, n) => ({ ...labels[n]!, datum: countOf(list) })),
    }),
    stripChart({
      id: 'lengths',
      title: lengthChart.title,
      subtitle: lengthChart.subtitle(day),
      leftOut: { nothing: lengthChart.nobody },
      rows: lists.map((list, n) => ({ ...labels[n]!, datum: lengthsOf(list) })),
      tickWords: String,
      measures: { median: lengthChart.median, p90: lengthChart.p90, longest: lengthChart.longest },
    }),
  ].filter((chart) => chart !== undefined);
}

function countOf({ shown: { waiting } }: WaitingList): BarRow['datum'] {
  if (waiting.kind === 'hidden') return { kind: 'left-out', because: 'hidden' };
  return { kind: 'drawn', value: waiting.value, words: String(waiting.value) };
}

function lengthsOf({ shown: { median, p90, longest } }: WaitingList): StripRow['datum'] {
  if (median.kind === 'hidden' || p90.kind === 'hidden' || longest.kind === 'hidden') {
    return { kind: 'left-out', because: 'hidden' };
  }
  if (median.value === null || p90.value === null || longest.value === null) {
    return { kind: 'left-out', because: 'nothing' };
  }
  const weeks = (length: number) => ({ value: wholeWeeks(length), words: lengthWords(length, true) });
  return {
    kind: 'drawn',
    median: weeks(median.value),
    p90: weeks(p90.value),
    longest: weeks(longest.value),
  };
}
