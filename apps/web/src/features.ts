import type { Type } from '@nestjs/common';
import { ApiV1Module } from './api/v1/api-v1.module';
import { ReferralsModule } from './pages/referrals/referrals.module';

/** Every feature of the pages and the API, one module each. */
export const FEATURES: readonly Type[] = [ApiV1Module, ReferralsModule];
