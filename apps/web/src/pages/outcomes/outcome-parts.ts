import { Inject, Injectable } from '@nestjs/common';
import { CorrectOutcome, RecordOutcomes } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import { PostgresUnitOfWork } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { Keepers } from '../case-records/keepers';
import { RecordPages } from '../case-records/record-pages';
import { Colleagues } from '../colleagues/colleagues';

/** What the pages of outcomes work with, from wherever somebody comes. */
@Injectable()
export class OutcomeParts {
  constructor(
    readonly records: RecordPages,
    readonly keepers: Keepers,
    readonly work: PostgresUnitOfWork,
    readonly colleagues: Colleagues,
    readonly record: RecordOutcomes,
    readonly correct: CorrectOutcome,
    @Inject(AREA_PACK) readonly pack: AreaPack,
  ) {}
}
