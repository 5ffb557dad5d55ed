import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../case-records/case-records.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { NeedParts } from './need-parts';
import { NeedsController } from './needs.controller';
import { SharedNeedsController } from './shared-needs.controller';

@Module({
  imports: [CaseRecordsModule, ColleaguesModule],
  controllers: [NeedsController, SharedNeedsController],
  providers: [NeedParts],
})
export class NeedsModule {}
