import type { CustomDecorator } from '@nestjs/common';
import { routeRule } from './route-rule';

/** Anyone may open it. */
export function Public(): CustomDecorator {
  return routeRule({ kind: 'public' });
}
