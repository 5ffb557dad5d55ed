import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { invalidInput } from '../../../errors/problem';

/**
 * For acts that have nothing to say but their address: what is sent all the same was meant for somewhere else. Not a
 * guard, so that a route that is closed to the caller never gets as far as looking.
 */
@Injectable()
export class NoBody implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (body === undefined || body === null || isEmptyObject(body)) return next.handle();
    throw invalidInput([{ field: 'body', message: 'Send no body, or an empty JSON object' }]);
  }
}

function isEmptyObject(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length === 0;
}
