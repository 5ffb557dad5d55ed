import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../case-records/case-records.module';
import { FeedbackParts } from './feedback-parts';
import { FeedbackController } from './feedback.controller';
import { SharedFeedbackController } from './shared-feedback.controller';

@Module({
  imports: [CaseRecordsModule],
  controllers: [FeedbackController, SharedFeedbackController],
  providers: [FeedbackParts],
})
export class FeedbackModule {}
