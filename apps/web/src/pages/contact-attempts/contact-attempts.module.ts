import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { AttemptsController } from './attempts.controller';

@Module({ imports: [CasesModule], controllers: [AttemptsController] })
export class ContactAttemptsModule {}
