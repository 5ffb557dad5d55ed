import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { CaseForms } from './case-forms';
import { CaseFormsController } from './case-forms.controller';
import { SupportHubController } from './hub.controller';
import { SupportTaskListController } from './list.controller';
import { PathwaysController } from './pathways.controller';
import { SupportReading } from './support-reading';
import { TaskGround } from './task-ground';
import { TaskPages } from './task-pages';
import { SupportTaskController } from './task.controller';

/** Kinds of support: domestic abuse, samples, check-ins, transfers, and people whom no name finds. */
@Module({
  imports: [CasesModule, ColleaguesModule],
  controllers: [
    SupportHubController,
    CaseFormsController,
    SupportTaskListController,
    SupportTaskController,
    PathwaysController,
  ],
  providers: [CaseForms, SupportReading, TaskGround, TaskPages],
  exports: [SupportReading],
})
export class SupportModule {}
