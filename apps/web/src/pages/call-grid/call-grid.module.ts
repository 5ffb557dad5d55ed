import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { CallGridController } from './call-grid.controller';
import { CallGridReading } from './call-grid-reading';

@Module({
  imports: [ColleaguesModule],
  controllers: [CallGridController],
  providers: [CallGridReading],
})
export class CallGridModule {}
