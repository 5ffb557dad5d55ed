import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { WallsController } from './walls.controller';

@Module({ imports: [CasesModule, ColleaguesModule], controllers: [WallsController] })
export class WallsModule {}
