import { Inject, Injectable } from '@nestjs/common';
import { ChangeRisk, RaiseRisk, ReadSupportWords, RecordNeeds } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import { PostgresUnitOfWork } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { Keepers } from '../case-records/keepers';
import { RecordPages } from '../case-records/record-pages';
import { Colleagues } from '../colleagues/colleagues';

/** What the pages of needs and risks work with, from wherever somebody comes. */
@Injectable()
export class NeedParts {
  constructor(
    readonly records: RecordPages,
    readonly keepers: Keepers,
    readonly work: PostgresUnitOfWork,
    readonly colleagues: Colleagues,
    readonly readWords: ReadSupportWords,
    readonly raise: RaiseRisk,
    readonly change: ChangeRisk,
    readonly record: RecordNeeds,
    @Inject(AREA_PACK) readonly pack: AreaPack,
  ) {}
}
