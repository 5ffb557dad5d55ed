import { Module } from '@nestjs/common';
import { DeclinedOffersController } from './declined-offers.controller';

@Module({ controllers: [DeclinedOffersController] })
export class DeclinedOffersModule {}
