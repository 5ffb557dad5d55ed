import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { AttemptsController } from './attempts.controller';
import { FollowUpController } from './follow-up.controller';

@Module({ imports: [CasesModule], controllers: [AttemptsController, FollowUpController] })
export class ContactAttemptsModule {}
