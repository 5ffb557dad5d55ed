import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { AskPoliceController } from './ask.controller';
import { TeamTasksController } from './team-tasks.controller';
import { WaitingController } from './waiting.controller';

@Module({
  imports: [CasesModule, ColleaguesModule],
  controllers: [TeamTasksController, WaitingController, AskPoliceController],
})
export class PoliceTasksModule {}
