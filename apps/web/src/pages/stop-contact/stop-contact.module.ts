import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { StopContactController } from './stop-contact.controller';

@Module({ imports: [CasesModule], controllers: [StopContactController] })
export class StopContactModule {}
