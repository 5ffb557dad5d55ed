import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../case-records/case-records.module';
import { EqualityController } from './equality.controller';

@Module({ imports: [CaseRecordsModule], controllers: [EqualityController] })
export class EqualityModule {}
