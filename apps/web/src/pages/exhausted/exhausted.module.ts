import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ExhaustedController } from './exhausted.controller';

@Module({ imports: [CasesModule], controllers: [ExhaustedController] })
export class ExhaustedModule {}
