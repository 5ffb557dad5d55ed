import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../case-records/case-records.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { OutcomeParts } from './outcome-parts';
import { OutcomesController } from './outcomes.controller';
import { SharedOutcomesController } from './shared-outcomes.controller';

@Module({
  imports: [CaseRecordsModule, ColleaguesModule],
  controllers: [OutcomesController, SharedOutcomesController],
  providers: [OutcomeParts],
})
export class OutcomesModule {}
