import { Module } from '@nestjs/common';
import { ColleaguesModule } from '../colleagues/colleagues.module';
import { UrgentPagesController } from './urgent-pages.controller';

@Module({ imports: [ColleaguesModule], controllers: [UrgentPagesController] })
export class UrgentPagesModule {}
