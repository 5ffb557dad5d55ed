import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { DutyFormsController } from './duty-forms.controller';
import { ExplainedTimeController } from './explained-time.controller';
import { RightsReading } from './rights-reading';
import { CaseRightsController } from './rights.controller';
import { SharedRightsController } from './shared-rights.controller';

@Module({
  imports: [CasesModule],
  controllers: [SharedRightsController, CaseRightsController, ExplainedTimeController, DutyFormsController],
  providers: [RightsReading],
})
export class DutiesModule {}
