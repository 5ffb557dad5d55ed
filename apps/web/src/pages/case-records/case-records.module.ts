import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { Keepers } from './keepers';
import { RecordPages } from './record-pages';

/** What pages about records of somebody's support share: how they are listed, asked and saved. */
@Module({ imports: [CasesModule], providers: [RecordPages, Keepers], exports: [RecordPages, Keepers] })
export class CaseRecordsModule {}
