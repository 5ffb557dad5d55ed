import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { QuartersController } from './quarters.controller';
import { SnapshotController } from './snapshot.controller';

@Module({ imports: [ColleaguesModule], controllers: [QuartersController, SnapshotController] })
export class SnapshotsModule {}
