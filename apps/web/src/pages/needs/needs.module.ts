import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../case-records/case-records.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { NeedsController } from './needs.controller';

@Module({ imports: [CaseRecordsModule, ColleaguesModule], controllers: [NeedsController] })
export class NeedsModule {}
