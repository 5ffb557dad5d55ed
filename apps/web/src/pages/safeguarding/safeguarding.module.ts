import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { ChangeSafeguardingController } from './change.controller';
import { SafeguardingListsController } from './lists.controller';
import { RaiseController } from './raise.controller';
import { TaskReading } from './task-reading';
import { SafeguardingTaskController } from './task.controller';
import { TellController } from './tell.controller';

@Module({
  imports: [CasesModule, ColleaguesModule],
  controllers: [
    SafeguardingListsController,
    TellController,
    ChangeSafeguardingController,
    SafeguardingTaskController,
    RaiseController,
  ],
  providers: [TaskReading],
})
export class SafeguardingModule {}
