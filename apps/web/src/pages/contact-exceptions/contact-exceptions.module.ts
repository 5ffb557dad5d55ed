import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ExceptionsController } from './exceptions.controller';

@Module({ imports: [CasesModule], controllers: [ExceptionsController] })
export class ContactExceptionsModule {}
