import { applyDecorators, SetMetadata, UseGuards } from '@nestjs/common';
import type { Act } from '#libs/domain';
import { ActGuard, FOR_ACTS } from './act.guard';

/**
 * Only those whose role may do this, or one of these, learn that the route exists. Whether they may do it to a record
 * comes later.
 */
export function ForAct(...acts: readonly [Act, ...Act[]]): MethodDecorator {
  return applyDecorators(SetMetadata(FOR_ACTS, acts), UseGuards(ActGuard));
}
