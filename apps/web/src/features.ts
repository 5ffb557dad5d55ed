import type { Type } from '@nestjs/common';

/** Every feature of the pages and the API, one module each. */
export const FEATURES: readonly Type[] = [];
