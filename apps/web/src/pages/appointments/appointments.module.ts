import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../case-records/case-records.module';
import { AppointmentsController } from './appointments.controller';

@Module({ imports: [CaseRecordsModule], controllers: [AppointmentsController] })
export class AppointmentsModule {}
