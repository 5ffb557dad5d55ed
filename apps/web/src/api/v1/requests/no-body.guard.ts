import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalidInput } from '../../../errors/problem';

/** For acts that have nothing to say but their address: what is sent all the same was meant for somewhere else. */
@Injectable()
export class NoBodyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (body === undefined || body === null || isEmptyObject(body)) return true;
    throw invalidInput([{ field: 'body', message: 'Send no body, or an empty JSON object' }]);
  }
}

function isEmptyObject(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length === 0;
}
