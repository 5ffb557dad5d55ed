import type { LiveTable } from '#libs/domain';
import type { FigureReading } from '../figure-reading';
import type { FigureSection } from '../figure-view';
import { completenessTable } from './completeness-table';
import { justiceTable } from './justice-table';
import { missTable } from './miss-table';
import { monthTable } from './month-table';
import { promiseTable } from './promise-table';
import { reachTable } from './reach-table';
import { engagementTable, supportTable, waitsTable } from './support-tables';
import { timesByWeekdayTable, timesTable } from './time-tables';

/** How each table of live figures is put together. */
export const SECTIONS: Readonly<Record<LiveTable, (reading: FigureReading) => FigureSection>> = {
  'promise-by-month': monthTable,
  'promise-by-district': promiseTable,
  'promise-by-centre': promiseTable,
  'promise-by-offence-group': promiseTable,
  'promise-by-source': promiseTable,
  'promise-by-weekday': promiseTable,
  times: timesTable,
  'times-by-weekday': timesByWeekdayTable,
  misses: missTable,
  reach: reachTable,
  support: supportTable,
  'engagement-by-source': engagementTable,
  'waits-by-service': waitsTable,
  'waits-by-provider': waitsTable,
  justice: justiceTable,
  completeness: completenessTable,
};
