import { Module } from '@nestjs/common';
import { BoardModule } from '../board/board.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { HandOverController } from './hand-over.controller';
import { HandoversController } from './handovers.controller';

@Module({ imports: [BoardModule, ColleaguesModule], controllers: [HandoversController, HandOverController] })
export class HandoversModule {}
