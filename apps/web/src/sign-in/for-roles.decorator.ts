import type { CustomDecorator } from '@nestjs/common';
import type { Role } from '#libs/domain';
import { routeRule } from './route-rule';

/** Only these roles learn that the page exists; for everyone else it is a 404. */
export function ForRoles(...roles: readonly [Role, ...Role[]]): CustomDecorator {
  return routeRule({ kind: 'roles', roles });
}
