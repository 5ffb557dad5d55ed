import { Module } from '@nestjs/common';
import { CorrectedStartController } from './corrected-start.controller';

@Module({ controllers: [CorrectedStartController] })
export class CorrectedStartModule {}
