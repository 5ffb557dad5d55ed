import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../case-records/case-records.module';
import { FeedbackController } from './feedback.controller';

@Module({ imports: [CaseRecordsModule], controllers: [FeedbackController] })
export class FeedbackModule {}
