import { Module } from '@nestjs/common';
import { DoorsController } from './doors.controller';

@Module({ controllers: [DoorsController] })
export class DoorsModule {}
