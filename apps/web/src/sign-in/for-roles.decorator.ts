import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Role } from '#libs/domain';

export const FOR_ROLES = 'waymark:for-roles';

/** Only these roles learn that the page exists; for everyone else it is a 404. */
export function ForRoles(...roles: readonly [Role, ...Role[]]): CustomDecorator {
  return SetMetadata(FOR_ROLES, roles);
}
