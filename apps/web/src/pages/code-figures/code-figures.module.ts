import { Module } from '@nestjs/common';
import { CodeFiguresController } from './code-figures.controller';

@Module({ controllers: [CodeFiguresController] })
export class CodeFiguresModule {}
