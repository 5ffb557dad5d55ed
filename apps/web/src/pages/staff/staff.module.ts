import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { AccountController } from './account.controller';
import { StaffReading } from './staff-reading';
import { StaffController } from './staff.controller';

@Module({
  imports: [ColleaguesModule],
  controllers: [StaffController, AccountController],
  providers: [StaffReading],
  exports: [StaffReading],
})
export class StaffModule {}
