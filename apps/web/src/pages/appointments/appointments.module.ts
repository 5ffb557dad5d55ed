import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../case-records/case-records.module';
import { AppointmentParts } from './appointment-parts';
import { AppointmentsController } from './appointments.controller';
import { SharedAppointmentsController } from './shared-appointments.controller';

@Module({
  imports: [CaseRecordsModule],
  controllers: [AppointmentsController, SharedAppointmentsController],
  providers: [AppointmentParts],
})
export class AppointmentsModule {}
