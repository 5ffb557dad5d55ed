import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { CardController } from './card.controller';
import { CardReading } from './card-reading';
import { PartsController } from './parts.controller';
import { WordsController } from './words.controller';

@Module({
  imports: [CasesModule, ColleaguesModule],
  controllers: [CardController, WordsController, PartsController],
  providers: [CardReading],
})
export class SafeContactModule {}
