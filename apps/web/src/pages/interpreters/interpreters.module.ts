import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { InterpretersController } from './interpreters.controller';

@Module({ imports: [CasesModule], controllers: [InterpretersController] })
export class InterpretersModule {}
