import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { WhoNowReading } from './who-now.reading';

/** For every page that says who gets alerts now. */
@Module({ imports: [ColleaguesModule], providers: [WhoNowReading], exports: [WhoNowReading] })
export class WhoNowModule {}
