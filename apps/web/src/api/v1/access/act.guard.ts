import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { mayDo, type Act } from '#libs/domain';
import { notFound } from '../../../errors/problem';

export const FOR_ACTS = 'waymark:for-acts';

/** Runs before anything of the request is checked, so that a closed route answers every request alike. */
@Injectable()
export class ActGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const acts = this.reflector.get<readonly Act[]>(FOR_ACTS, context.getHandler());
    const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
    if (actor === undefined || !acts.some((act) => mayDo(actor, act))) throw notFound();
    return true;
  }
}
