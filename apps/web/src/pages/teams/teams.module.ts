import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module';
import { TeamsController } from './teams.controller';

@Module({ imports: [StaffModule], controllers: [TeamsController] })
export class TeamsModule {}
