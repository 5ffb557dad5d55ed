import { Module } from '@nestjs/common';
import { BoardModule } from '../board/board.module';
import { WallBoardController } from './wall-board.controller';

@Module({ imports: [BoardModule], controllers: [WallBoardController] })
export class WallBoardModule {}
