import { Module } from '@nestjs/common';
import { Colleagues } from './colleagues';

@Module({ providers: [Colleagues], exports: [Colleagues] })
export class ColleaguesModule {}
