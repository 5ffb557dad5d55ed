import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../case-records/case-records.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { ComplaintRegisterController } from './complaint-register.controller';
import { ComplaintsController } from './complaints.controller';

@Module({
  imports: [CaseRecordsModule, ColleaguesModule],
  controllers: [ComplaintsController, ComplaintRegisterController],
})
export class ComplaintsModule {}
