import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { notFound, Problem } from '../errors/problem';
import { requestKind } from '../request-reading/request-kind';
import { BearerActor } from './bearer-actor';
import { requireFreshFactor, requireFreshToken } from './fresh-factor';
import { isPublic, opensTo, routeRules } from './route-rule';
import { SessionActor } from './session-actor';
import { WITH_FRESH_FACTOR } from './with-fresh-factor.decorator';

/**
 * Every route is closed to whom its rule does not name: browsers by session, programs by access token. Runs before
 * anything of the request is checked, so that a closed route answers every request alike.
 */
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
    const rules = routeRules(this.reflector, route);
    const open = isPublic(rules);
    const actor = await this.actorOf(request, open);
    if (actor !== undefined) request.actor = actor;
    if (open) return true;
    if (actor === undefined) throw new Problem('sign-in-required');
    if (!opensTo(rules, actor)) throw notFound();
    if (this.reflector.get<boolean | undefined>(WITH_FRESH_FACTOR, context.getHandler()) === true)
      requireFresh(request);
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

function requireFresh(request: FastifyRequest): void {
  if (requestKind(request.url) === 'page') requireFreshFactor(request);
  else requireFreshToken(request);
}
