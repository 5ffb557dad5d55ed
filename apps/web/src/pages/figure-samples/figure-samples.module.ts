import { Module } from '@nestjs/common';
import { FiguresReader } from '../live-figures/figures-reader';
import { FigureSamplesController } from './figure-samples.controller';
import { OpenCasesController } from './open-cases.controller';

@Module({ controllers: [FigureSamplesController, OpenCasesController], providers: [FiguresReader] })
export class FigureSamplesModule {}
