import { Module } from '@nestjs/common';
import { VictimsCodeController } from './code.controller';

@Module({ controllers: [VictimsCodeController] })
export class VictimsCodeModule {}
