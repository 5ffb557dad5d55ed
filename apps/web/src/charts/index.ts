export * from './bar-chart';
export type { Chart, ChartWords, Datum, LeftOut } from './chart';
export * from './column-chart';
export * from './strip-chart';
