import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { PersonController } from './person.controller';

@Module({ imports: [CasesModule, ColleaguesModule], controllers: [PersonController] })
export class PersonModule {}
