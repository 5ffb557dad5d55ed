import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { AgeController } from './age.controller';
import { AssessmentsController } from './assessments.controller';
import { PersonController } from './person.controller';

@Module({
  imports: [CasesModule, ColleaguesModule],
  controllers: [AgeController, AssessmentsController, PersonController],
})
export class PersonModule {}
