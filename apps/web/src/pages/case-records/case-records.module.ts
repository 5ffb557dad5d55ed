import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { RecordPages } from './record-pages';

/** What pages about records of somebody's support share: how they are listed, asked and saved. */
@Module({ imports: [CasesModule], providers: [RecordPages], exports: [RecordPages] })
export class CaseRecordsModule {}
