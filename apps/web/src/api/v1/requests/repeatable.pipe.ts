import { Injectable, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Repeatable } from '#libs/casework';
import { readIdempotencyKey } from '../../../request-reading/idempotency-key';
import { ServerKey } from '../../../security/server-key';

/** Reads the Idempotency-Key: 400 when it is missing. */
@Injectable()
export class RepeatablePipe implements PipeTransform<FastifyRequest, Repeatable> {
  constructor(private readonly serverKey: ServerKey) {}

  transform(request: FastifyRequest): Repeatable {
    const key = readIdempotencyKey(request.headers['idempotency-key']);
    return this.serverKey.repeatable('api-request', { request, key, content: request.body ?? null });
  }
}
