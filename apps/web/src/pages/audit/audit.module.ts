import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { SealsController } from './seals.controller';

@Module({ controllers: [AuditController, SealsController] })
export class AuditModule {}
