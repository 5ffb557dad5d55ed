import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { CallBacksController } from './call-backs.controller';

@Module({ imports: [CasesModule], controllers: [CallBacksController] })
export class CallBacksModule {}
