import { Module } from '@nestjs/common';
import { WhoNowModule } from '../rota/who-now.module';
import { AlertsController } from './alerts.controller';
import { WaitingController } from './waiting.controller';

@Module({ imports: [WhoNowModule], controllers: [AlertsController, WaitingController] })
export class AlertsModule {}
