import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { AssignController } from './assign.controller';
import { BoardController } from './board.controller';
import { BoardReading } from './board-reading';
import { ClaimsController } from './claims.controller';
import { GivingReading } from './giving-reading';

@Module({
  imports: [ColleaguesModule],
  controllers: [BoardController, AssignController, ClaimsController],
  providers: [BoardReading, GivingReading],
  exports: [BoardReading, GivingReading],
})
export class BoardModule {}
