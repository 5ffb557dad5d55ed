import type { Type } from '@nestjs/common';
import { ApiV1Module } from './api/v1/api-v1.module';
import { ReferralsModule } from './pages/referrals/referrals.module';
import { AlertsModule } from './pages/alerts/alerts.module';
import { AuditModule } from './pages/audit/audit.module';
import { ChecksModule } from './pages/checks/checks.module';
import { PoliciesModule } from './pages/policies/policies.module';
import { PromiseModule } from './pages/promise/promise.module';

/** Every feature of the pages and the API, one module each. */
export const FEATURES: readonly Type[] = [
  ApiV1Module,
  ReferralsModule,
  AlertsModule,
  AuditModule,
  ChecksModule,
  PoliciesModule,
  PromiseModule,
];
