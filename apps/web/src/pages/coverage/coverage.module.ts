import { Module } from '@nestjs/common';
import { CoverageController } from './coverage.controller';
import { OffencesController } from './offences/offences.controller';

@Module({ controllers: [CoverageController, OffencesController] })
export class CoverageModule {}
