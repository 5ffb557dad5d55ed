import { Module } from '@nestjs/common';
import { CaseRecordsModule } from '../case-records/case-records.module';
import { ReviewsController } from './reviews.controller';
import { SupportReviewsController } from './support-reviews.controller';

@Module({ imports: [CaseRecordsModule], controllers: [ReviewsController, SupportReviewsController] })
export class ReviewsModule {}
