import { LEFT_OUT_WORDS } from './charts.copy';

/** Why a figure is not drawn: never a bar of no height, which would read as nothing. */
export type LeftOut =
  /** Hidden, because it might point at somebody. */
  | 'hidden'
  /** Too few to give a share of. */
  | 'small-base'
  /** There is nothing to measure. */
  | 'nothing';

/** A figure that may be drawn, or the reason why it may not. */
export type Datum<Drawn> = ({ readonly kind: 'drawn' } & Drawn) | NotDrawn;

export interface NotDrawn {
  readonly kind: 'left-out';
  readonly because: LeftOut;
}

/** A value on the scale and the same value as the table says it: "91.8%". */
export interface Value {
  readonly value: number;
  readonly words: string;
}

/** Units of the drawing: one is a CSS pixel where the chart is `CHART_WIDTH` pixels wide. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Solid or outlined, so that the two differ without colour. */
export type BarLook = 'solid' | 'outline';
export type LineLook = 'axis' | 'grid' | 'reach' | 'mark';

export type Mark =
  | ({ readonly shape: 'bar'; readonly look: BarLook } & Area)
  | {
      readonly shape: 'line';
      readonly look: LineLook;
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | {
      readonly shape: 'text';
      readonly look: 'label' | 'detail' | 'tick' | 'shorthand';
      readonly anchor: 'start' | 'middle' | 'end';
      readonly x: number;
      readonly y: number;
      readonly words: string;
    };

/** What every chart is asked for with. `id` is unique on its page. */
export interface ChartWords {
  readonly id: string;
  readonly title: string;
  /** What is counted, of whom and when. */
  readonly subtitle: string;
  /** What the shorthand of figures that are left out means on this page, where that can be said more closely. */
  readonly leftOut?: Readonly<Partial<Record<LeftOut, string>>>;
}

/** A finished drawing: `views/macros/charts.njk` writes it as SVG and decides nothing. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** The same in plain words, for whoever does not see the drawing. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** Where bars may stand. */
  readonly plot: Area;
  /** What solid, outlined and marked mean. */
  readonly legend: readonly Mark[];
  readonly marks: readonly Mark[];
  /** What each shorthand that stands in the drawing means. */
  readonly notes: readonly string[];
}

/** As wide as a narrow telephone shows it, so that its words need not shrink there. */
export const CHART_WIDTH = 320;

/** The marks of official statistics for figures that are left out. */
export const SHORTHAND: Readonly<Record<LeftOut, string>> = {
  hidden: '[c]',
  'small-base': '[u]',
  nothing: '[z]',
};

const ORDER: readonly LeftOut[] = ['hidden', 'small-base', 'nothing'];

/** "[c] Hidden because …", once for each reason that is met. */
export function notesOf(data: readonly Datum<object>[], { leftOut = {} }: ChartWords): readonly string[] {
  return ORDER.filter((because) =>
    data.some((datum) => datum.kind === 'left-out' && datum.because === because),
  ).map((because) => `${SHORTHAND[because]} ${leftOut[because] ?? LEFT_OUT_WORDS[because]}`);
}

/** Hundredths of a unit are finer than any screen. */
export function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}

/** A value that no bar can stand for is a fault of the caller. */
export function requireDrawable(values: readonly number[]): void {
  for (const value of values) {
    if (!Number.isFinite(value) || value < 0) throw new RangeError('a chart draws numbers from 0 only');
  }
}
