import type { FigureDimension } from '../facts';
import { FIGURE_SPANS, type FigureSpan } from './figure-span';

/** Every table of live figures, with the one way it is cut and the spans over which it is told. */
export const LIVE_TABLES = {
  'promise-by-month': { dimension: 'county', spans: ['twelve-months'] },
  'promise-by-district': { dimension: 'district', spans: ['twelve-months'] },
  'promise-by-centre': { dimension: 'centre', spans: ['twelve-months'] },
  'promise-by-offence-group': { dimension: 'offence-group', spans: ['twelve-months'] },
  'promise-by-source': { dimension: 'source', spans: FIGURE_SPANS },
  'promise-by-weekday': { dimension: 'weekday', spans: FIGURE_SPANS },
  'promise-by-start': { dimension: 'start', spans: ['twelve-months'] },
  times: { dimension: 'county', spans: FIGURE_SPANS },
  'times-by-weekday': { dimension: 'weekday', spans: FIGURE_SPANS },
  'other-staffing': { dimension: 'staffing', spans: FIGURE_SPANS },
  misses: { dimension: 'county', spans: FIGURE_SPANS },
  'misses-by-weekday': { dimension: 'weekday', spans: FIGURE_SPANS },
  reach: { dimension: 'county', spans: FIGURE_SPANS },
  'not-reached': { dimension: 'county', spans: FIGURE_SPANS },
  support: { dimension: 'county', spans: FIGURE_SPANS },
  'engagement-by-source': { dimension: 'source', spans: ['twelve-months'] },
  'waits-by-service': { dimension: 'service', spans: ['twelve-months'] },
  'waits-by-provider': { dimension: 'provider', spans: ['twelve-months'] },
  justice: { dimension: 'county', spans: ['twelve-months'] },
  'unmet-need': { dimension: 'county', spans: FIGURE_SPANS },
  'unmet-need-by-kind': { dimension: 'service', spans: ['twelve-months'] },
  'outcome-change': { dimension: 'question', spans: FIGURE_SPANS },
  'staying-in-justice': { dimension: 'adviser', spans: ['twelve-months'] },
  caseload: { dimension: 'listed-service', spans: ['twelve-months'] },
  completeness: { dimension: 'county', spans: ['twelve-months'] },
} as const satisfies Readonly<
  Record<string, { readonly dimension: FigureDimension; readonly spans: readonly FigureSpan[] }>
>;
export type LiveTable = keyof typeof LIVE_TABLES;

export const LIVE_TABLE_IDS = Object.keys(LIVE_TABLES) as readonly LiveTable[];

export type LiveTableAnswer =
  | { readonly kind: 'table'; readonly table: LiveTable; readonly span: FigureSpan }
  | { readonly kind: 'no-such-table'; readonly table: LiveTable; readonly instead: FigureSpan };

/**
 * Whether a table is told over this span. A table of a small part of the area over a short time would hold few people,
 * so that there is none; the answer says over which span there is.
 *
 * Example: districts over a quarter are no table; over twelve months they are.
 */
export function liveTable(table: LiveTable, span: FigureSpan): LiveTableAnswer {
  const spans: readonly FigureSpan[] = LIVE_TABLES[table].spans;
  if (spans.includes(span)) return { kind: 'table', table, span };
  return { kind: 'no-such-table', table, instead: spans[0] ?? 'twelve-months' };
}
