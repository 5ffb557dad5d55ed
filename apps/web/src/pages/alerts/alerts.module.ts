import { Module } from '@nestjs/common';
import { AlertsController } from './alerts.controller';
import { WaitingController } from './waiting.controller';

@Module({ controllers: [AlertsController, WaitingController] })
export class AlertsModule {}
