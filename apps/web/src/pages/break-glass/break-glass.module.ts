import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { OpeningController } from './opening.controller';
import { OpeningsController } from './openings.controller';

@Module({ imports: [ColleaguesModule], controllers: [OpeningController, OpeningsController] })
export class BreakGlassModule {}
