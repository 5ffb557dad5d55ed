import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { CaseReading } from './case-reading';
import { CasesController } from './cases.controller';
import { ChangedCase } from './changed-case';
import { DeadlinesController } from './deadlines.controller';
import { HistoryController } from './history.controller';
import { OldAddressesController } from './old-addresses.controller';

@Module({
  imports: [ColleaguesModule],
  controllers: [CasesController, DeadlinesController, HistoryController, OldAddressesController],
  providers: [CaseReading, ChangedCase],
  exports: [CaseReading, ChangedCase],
})
export class CasesModule {}
