import { Module } from '@nestjs/common';
import { FiguresReader } from './figures-reader';
import { LiveFiguresController } from './live-figures.controller';

@Module({ controllers: [LiveFiguresController], providers: [FiguresReader] })
export class LiveFiguresModule {}
