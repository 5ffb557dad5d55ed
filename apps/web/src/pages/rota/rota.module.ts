import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { RotaReading } from './rota-reading';
import { RotaController } from './rota.controller';
import { ShiftsController } from './shifts.controller';

@Module({
  imports: [ColleaguesModule],
  controllers: [RotaController, ShiftsController],
  providers: [RotaReading],
})
export class RotaModule {}
