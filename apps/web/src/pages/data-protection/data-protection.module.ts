import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { BreachesController } from './breaches.controller';
import { DeskController } from './desk.controller';
import { PackController } from './pack.controller';
import { RectifyController } from './rectify.controller';
import { ReleaseController } from './release.controller';
import { RequestController } from './request.controller';
import { ReviewController } from './review.controller';

@Module({
  imports: [ColleaguesModule],
  controllers: [
    BreachesController,
    DeskController,
    RequestController,
    RectifyController,
    ReleaseController,
    ReviewController,
    PackController,
  ],
})
export class DataProtectionModule {}
