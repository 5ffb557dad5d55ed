import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { PersonController } from './person.controller';

@Module({ imports: [CasesModule], controllers: [PersonController] })
export class PersonModule {}
