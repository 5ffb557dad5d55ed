import { applyDecorators, SetMetadata, UseGuards } from '@nestjs/common';
import type { Act } from '#libs/domain';
import { ActGuard, FOR_ACT } from './act.guard';

/** Only those whose role may do this learn that the route exists. Whether they may do it to a record comes later. */
export function ForAct(act: Act): MethodDecorator {
  return applyDecorators(SetMetadata(FOR_ACT, act), UseGuards(ActGuard));
}
