import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { PlanForms } from './plan-forms';
import { PlanReading } from './plan-reading';
import { PlanController } from './plan.controller';
import { SharedPlanController } from './shared-plan.controller';

@Module({
  imports: [CasesModule, ColleaguesModule],
  controllers: [PlanController, SharedPlanController],
  providers: [PlanForms, PlanReading],
})
export class PlanModule {}
