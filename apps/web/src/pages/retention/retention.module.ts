import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { HoldsController } from './holds.controller';
import { RetentionController } from './retention.controller';

@Module({ imports: [ColleaguesModule], controllers: [HoldsController, RetentionController] })
export class RetentionModule {}
