import { CreateInstanceAndClaims1790000000001 } from './1790000000001-create-instance-and-claims';
import { CreateAgenciesAndStaff1790000000002 } from './1790000000002-create-agencies-and-staff';
import { CreateJournal1790000000003 } from './1790000000003-create-journal';
import { CreatePoliciesAndCalendars1790000000004 } from './1790000000004-create-policies-and-calendars';
import { CreatePeopleAndCases1790000000005 } from './1790000000005-create-people-and-cases';
import { CreateDeadlines1790000000006 } from './1790000000006-create-deadlines';
import { CreatePromiseFacts1790000000007 } from './1790000000007-create-promise-facts';
import { IndexSentMessages1790000000008 } from './1790000000008-index-sent-messages';
import { NeverTruncateLedgers1790000000009 } from './1790000000009-never-truncate-ledgers';
import { BindRecordsToTheirWriter1790000000010 } from './1790000000010-bind-records-to-their-writer';
import { CreateDataKeys1790000000001 } from './keys/1790000000001-create-data-keys';

/** In order. A merged migration is never edited: add the next one. */
export const mainMigrations = [
  CreateInstanceAndClaims1790000000001,
  CreateAgenciesAndStaff1790000000002,
  CreateJournal1790000000003,
  CreatePoliciesAndCalendars1790000000004,
  CreatePeopleAndCases1790000000005,
  CreateDeadlines1790000000006,
  CreatePromiseFacts1790000000007,
  IndexSentMessages1790000000008,
  NeverTruncateLedgers1790000000009,
  BindRecordsToTheirWriter1790000000010,
];

export const keyMigrations = [CreateDataKeys1790000000001];
