import type { CustomDecorator } from '@nestjs/common';
import type { Act } from '#libs/domain';
import { routeRule } from './route-rule';

/**
 * Only those whose role may do this, or one of these, learn that the route exists. Whether they may do it to a record
 * comes later.
 */
export function ForAct(...acts: readonly [Act, ...Act[]]): CustomDecorator {
  return routeRule({ kind: 'acts', acts });
}
