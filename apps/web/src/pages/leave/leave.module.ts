import { Module } from '@nestjs/common';
import { BoardModule } from '../board/board.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { LeaveReading } from './leave-reading';
import { LeaveController } from './leave.controller';
import { ReassignController } from './reassign.controller';

@Module({
  imports: [BoardModule, ColleaguesModule],
  controllers: [LeaveController, ReassignController],
  providers: [LeaveReading],
})
export class LeaveModule {}
