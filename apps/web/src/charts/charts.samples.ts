import fc from 'fast-check';
import type { Chart, Mark, NotDrawn } from './chart';

/** Words that a chart is asked for with, for tests that are about what it draws. */
export const WORDS = {
  id: 'chart',
  title: 'In time',
  subtitle: 'By month',
  leftOut: {
    hidden: 'Hidden because it might point at somebody.',
    'small-base': 'Too few.',
    nothing: 'None.',
  },
} as const;

export const leftOut: fc.Arbitrary<NotDrawn> = fc
  .constantFrom('hidden' as const, 'small-base' as const, 'nothing' as const)
  .map((because) => ({ kind: 'left-out', because }));

export function barsOf({ marks }: Chart): readonly (Mark & { shape: 'bar' })[] {
  return marks.flatMap((mark) => (mark.shape === 'bar' ? [mark] : []));
}

export function wordsOf({ marks }: Chart): readonly string[] {
  return marks.flatMap((mark) => (mark.shape === 'text' ? [mark.words] : []));
}

/** A hundredth of a unit is lost to rounding at each end. */
export const CLOSE = 0.03;

/** Whether all that is drawn lies on the sheet, and every bar where bars may stand. */
export function isInsideItsFrame(chart: Chart): boolean {
  const { plot } = chart;
  const bars = barsOf(chart).every(
    ({ x, y, width, height }) =>
      width >= 0 &&
      height >= 0 &&
      x >= plot.x - CLOSE &&
      y >= plot.y - CLOSE &&
      x + width <= plot.x + plot.width + CLOSE &&
      y + height <= plot.y + plot.height + CLOSE,
  );
  return bars && [...chart.legend, ...chart.marks].every((mark) => isOnTheSheet(mark, chart));
}

function isOnTheSheet(mark: Mark, { width, height }: Chart): boolean {
  const points =
    mark.shape === 'line'
      ? [
          [mark.x1, mark.y1],
          [mark.x2, mark.y2],
        ]
      : [[mark.x, mark.y]];
  return points.every(([x = -1, y = -1]) => x >= 0 && x <= width && y >= 0 && y <= height);
}
