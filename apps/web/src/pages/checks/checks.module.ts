import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { ChecksController } from './checks.controller';

@Module({ imports: [ColleaguesModule], controllers: [ChecksController] })
export class ChecksModule {}
