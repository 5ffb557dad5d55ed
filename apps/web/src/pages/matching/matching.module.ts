import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { MatchingController } from './matching.controller';

@Module({ imports: [ColleaguesModule], controllers: [MatchingController] })
export class MatchingModule {}
