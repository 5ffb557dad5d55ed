import { Module } from '@nestjs/common';
import { ReachController } from './reach.controller';

@Module({ controllers: [ReachController] })
export class ReachModule {}
