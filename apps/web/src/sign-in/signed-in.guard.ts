import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Role, StaffActor } from '#libs/domain';
import { notFound, Problem } from '../errors/problem';
import { requestKind } from '../request-reading/request-kind';
import { BearerActor } from './bearer-actor';
import { FOR_ROLES } from './for-roles.decorator';
import { PUBLIC } from './public.decorator';
import { SessionActor } from './session-actor';

/** Every route is closed unless it says otherwise: browsers by session, programs by access token. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionActor,
    private readonly bearers: BearerActor,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const route = [context.getHandler(), context.getClass()];
    const open = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, route) === true;
    const actor = await this.actorOf(request, open);
    if (actor !== undefined) request.actor = actor;
    if (open) return true;
    if (actor === undefined) throw new Problem('sign-in-required');
    const roles = this.reflector.getAllAndOverride<readonly Role[] | undefined>(FOR_ROLES, route);
    if (roles !== undefined && !roles.includes(actor.role)) throw notFound();
    return true;
  }

  private async actorOf(request: FastifyRequest, open: boolean): Promise<StaffActor | undefined> {
    const kind = requestKind(request.url);
    if (kind === 'page') return this.sessions.of(request);
    if (kind !== 'api' || open) return undefined;
    const { actor, authenticatedAt } = await this.bearers.of(request.headers.authorization);
    if (authenticatedAt !== undefined) request.tokenProvenAt = authenticatedAt;
    return actor;
  }
}
