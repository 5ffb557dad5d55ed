import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { RedirectAnswersController } from './redirect-answers.controller';
import { RedirectReading } from './redirect-reading';
import { RedirectsController } from './redirects.controller';

@Module({
  imports: [CasesModule],
  controllers: [RedirectAnswersController, RedirectsController],
  providers: [RedirectReading],
})
export class RedirectsModule {}
