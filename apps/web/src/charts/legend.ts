import { rounded, type Area, type BarLook, type Mark } from './chart';

const LINE = 20;
const SWATCH = 12;

export interface LegendLine {
  readonly look: BarLook | 'mark';
  readonly words: string;
}

/** What solid, outlined and marked mean, a line each, above the plot. */
export function legendOf(lines: readonly LegendLine[]): {
  readonly marks: readonly Mark[];
  readonly height: number;
} {
  const marks = lines.flatMap(({ look, words }, index): readonly Mark[] => {
    const y = index * LINE + 3;
    const area: Area = { x: 1, y, width: SWATCH, height: SWATCH };
    const text: Mark = {
      shape: 'text',
      look: 'detail',
      anchor: 'start',
      x: SWATCH + 8,
      y: y + SWATCH - 1,
      words,
    };
    if (look !== 'mark') return [{ shape: 'bar', look, ...area }, text];
    const x = rounded(1 + SWATCH / 2);
    return [{ shape: 'line', look: 'mark', x1: x, y1: y, x2: x, y2: y + SWATCH }, text];
  });
  return { marks, height: lines.length * LINE };
}
