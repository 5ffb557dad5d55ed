import type { CustomDecorator } from '@nestjs/common';
import { routeRule } from './route-rule';

/** Whoever is signed in may open it, whatever their role. */
export function ForEveryone(): CustomDecorator {
  return routeRule({ kind: 'signed-in' });
}
