import type { Mark } from './chart';
import { wrappedWords } from './wrapped-words';

/** What a row of a chart is about: a name, and what tells it from others of that name. */
export interface RowLabel {
  readonly name: string;
  readonly detail: string;
}

/** Bold words are wider: these many fit into the width of a chart in any of the typefaces that pages ask for. */
const MOST_IN_NAME = 34;
const MOST_IN_DETAIL = 42;
const LINE = 17;

/** The words above a bar, wrapped, and how much height they take. */
export function rowLabel({ name, detail }: RowLabel, y: number): { marks: readonly Mark[]; height: number } {
  const lines = [
    ...wrappedWords(name, MOST_IN_NAME).map((words) => ({ words, look: 'label' as const })),
    ...wrappedWords(detail, MOST_IN_DETAIL).map((words) => ({ words, look: 'detail' as const })),
  ];
  const marks = lines.map(({ words, look }, index): Mark => ({
    shape: 'text',
    look,
    anchor: 'start',
    x: 0,
    y: y + (index + 1) * LINE - 4,
    words,
  }));
  return { marks, height: lines.length * LINE };
}

/** Rows one under the other: each says how high it is, and the next begins below it. */
export function stacked<Row>(
  rows: readonly Row[],
  {
    from,
    marksOf,
  }: { from: number; marksOf: (row: Row, y: number) => { marks: readonly Mark[]; height: number } },
): { readonly marks: readonly Mark[]; readonly height: number } {
  return rows.reduce<{ readonly marks: readonly Mark[]; readonly height: number }>(
    ({ marks, height }, row) => {
      const next = marksOf(row, from + height);
      return { marks: [...marks, ...next.marks], height: height + next.height };
    },
    { marks: [], height: 0 },
  );
}

/** A sentence calls a row by its name and what tells it from others. */
export function calledInSentence({ name, detail }: RowLabel): string {
  return detail === '' ? name : `${name} (${detail})`;
}
