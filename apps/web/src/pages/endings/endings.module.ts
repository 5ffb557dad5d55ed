import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { DeathController } from './death.controller';
import { EndController } from './end.controller';
import { EndingsReading } from './endings-reading';

@Module({
  imports: [CasesModule, ColleaguesModule],
  controllers: [EndController, DeathController],
  providers: [EndingsReading],
})
export class EndingsModule {}
