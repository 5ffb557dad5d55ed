import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { RevealController } from './reveal.controller';

@Module({ imports: [CasesModule, ColleaguesModule], controllers: [RevealController] })
export class CallPanelModule {}
