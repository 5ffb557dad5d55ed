import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { SealsController } from './seals.controller';
import { SubjectController } from './subject.controller';
import { UnusualController } from './unusual.controller';

@Module({ controllers: [AuditController, SealsController, SubjectController, UnusualController] })
export class AuditModule {}
