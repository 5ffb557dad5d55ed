import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { RotaReading } from './rota-reading';
import { RotaController } from './rota.controller';
import { ShiftsController } from './shifts.controller';
import { SwapsController } from './swaps.controller';
import { WhoNowModule } from './who-now.module';

@Module({
  imports: [ColleaguesModule, WhoNowModule],
  controllers: [RotaController, ShiftsController, SwapsController],
  providers: [RotaReading],
})
export class RotaModule {}
