import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { ErasureController } from './erasure.controller';

@Module({ imports: [ColleaguesModule], controllers: [ErasureController] })
export class ErasureModule {}
