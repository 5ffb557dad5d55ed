import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../case-records/case-records.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { OutcomesController } from './outcomes.controller';

@Module({ imports: [CaseRecordsModule, ColleaguesModule], controllers: [OutcomesController] })
export class OutcomesModule {}
