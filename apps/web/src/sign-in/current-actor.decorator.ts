import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { Problem } from '../errors/problem';

/** The signed-in person, with their rights as read for this request. Not for `@Public()` routes. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): StaffActor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (actor === undefined) throw new Problem('sign-in-required');
  return actor;
});
