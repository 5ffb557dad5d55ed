import { Module } from '@nestjs/common';
import { PromiseController } from './promise.controller';

@Module({ controllers: [PromiseController] })
export class PromiseModule {}
