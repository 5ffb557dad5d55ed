import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { CaseReading } from './case-reading';
import { CasesController } from './cases.controller';
import { DeadlinesController } from './deadlines.controller';
import { RoutesController } from './routes.controller';

@Module({
  imports: [ColleaguesModule],
  controllers: [CasesController, DeadlinesController, RoutesController],
  providers: [CaseReading],
  exports: [CaseReading],
})
export class CasesModule {}
