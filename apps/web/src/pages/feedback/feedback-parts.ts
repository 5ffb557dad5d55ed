import { Injectable } from '@nestjs/common';
import { RecordFeedback } from '#libs/casework';
import { PostgresUnitOfWork } from '#libs/persistence';
import { Keepers } from '../case-records/keepers';
import { RecordPages } from '../case-records/record-pages';

/** What the pages of feedback work with, from wherever somebody comes. */
@Injectable()
export class FeedbackParts {
  constructor(
    readonly records: RecordPages,
    readonly keepers: Keepers,
    readonly work: PostgresUnitOfWork,
    readonly record: RecordFeedback,
  ) {}
}
