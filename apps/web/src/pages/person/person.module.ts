import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { AgeController } from './age.controller';
import { PersonController } from './person.controller';

@Module({ imports: [CasesModule, ColleaguesModule], controllers: [AgeController, PersonController] })
export class PersonModule {}
