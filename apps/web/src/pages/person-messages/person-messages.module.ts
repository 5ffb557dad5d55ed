import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { MessagesReading } from './messages-reading';
import { PersonMessagesController } from './person-messages.controller';
import { SafetyReviewsController } from './safety-reviews.controller';
import { TextStatusController } from './text-status.controller';

@Module({
  imports: [CasesModule, ColleaguesModule],
  controllers: [PersonMessagesController, SafetyReviewsController, TextStatusController],
  providers: [MessagesReading],
})
export class PersonMessagesModule {}
