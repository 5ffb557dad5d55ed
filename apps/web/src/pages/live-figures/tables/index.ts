import type { LiveTable } from '#libs/domain';
import type { FigureReading } from '../figure-reading';
import type { FigureSection } from '../figure-view';
import { caseloadTable } from './caseload-table';
import { completenessTable } from './completeness-table';
import { justiceTable } from './justice-table';
import { missDayTable } from './miss-day-table';
import { missTable } from './miss-table';
import { monthTable } from './month-table';
import { promiseTable } from './promise-table';
import { reachTable } from './reach-table';
import { notReachedTable } from './not-reached-table';
import { outcomeTable } from './outcome-table';
import { startTable } from './start-table';
import { staffingTable } from './staffing-table';
import { stayingTable } from './staying-table';
import { engagementTable, supportTable, waitsTable } from './support-tables';
import { timesByWeekdayTable, timesTable } from './time-tables';
import { unmetByKindTable, unmetTable } from './unmet-tables';

/** How each table of live figures is put together. */
export const SECTIONS: Readonly<Record<LiveTable, (reading: FigureReading) => FigureSection>> = {
  'promise-by-month': monthTable,
  'promise-by-district': promiseTable,
  'promise-by-centre': promiseTable,
  'promise-by-offence-group': promiseTable,
  'promise-by-source': promiseTable,
  'promise-by-weekday': promiseTable,
  'promise-by-start': startTable,
  times: timesTable,
  'times-by-weekday': timesByWeekdayTable,
  'other-staffing': staffingTable,
  misses: missTable,
  'misses-by-weekday': missDayTable,
  reach: reachTable,
  'not-reached': notReachedTable,
  support: supportTable,
  'engagement-by-source': engagementTable,
  'waits-by-service': waitsTable,
  'waits-by-provider': waitsTable,
  justice: justiceTable,
  'unmet-need': unmetTable,
  'unmet-need-by-kind': unmetByKindTable,
  'outcome-change': outcomeTable,
  'staying-in-justice': stayingTable,
  caseload: caseloadTable,
  completeness: completenessTable,
};
