import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { BoardController } from './board.controller';

@Module({ imports: [ColleaguesModule], controllers: [BoardController] })
export class BoardModule {}
