import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { WhoNowModule } from '../rota/who-now.module';
import { UrgentPagesController } from './urgent-pages.controller';

@Module({ imports: [ColleaguesModule, WhoNowModule], controllers: [UrgentPagesController] })
export class UrgentPagesModule {}
