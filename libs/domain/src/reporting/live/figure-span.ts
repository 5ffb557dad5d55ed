import { monthPlus } from '../../coverage/offence-period';

/** Over how many months live figures may be asked for. */
export const FIGURE_SPANS = ['quarter', 'twelve-months'] as const;
export type FigureSpan = (typeof FIGURE_SPANS)[number];

const MONTHS: Readonly<Record<FigureSpan, number>> = { quarter: 3, 'twelve-months': 12 };

/** First days of the first and the last month, both included. */
export interface FigureMonths {
  readonly from: string;
  readonly to: string;
}

/** The months of a span that ends with this month, `YYYY-MM`. Example: a quarter until 2026-03 is from 2026-01-01. */
export function monthsOfSpan(span: FigureSpan, until: string): FigureMonths {
  return { from: `${monthPlus(until, 1 - MONTHS[span])}-01`, to: `${until}-01` };
}
