import { Module } from '@nestjs/common';
import { DoorSearch } from './door-search';
import { DoorsController } from './doors.controller';

@Module({ controllers: [DoorsController], providers: [DoorSearch] })
export class DoorsModule {}
