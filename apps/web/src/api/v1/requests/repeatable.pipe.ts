import { Injectable, type PipeTransform } from '@nestjs/common';
import canonicalize from 'canonicalize';
import type { FastifyRequest } from 'fastify';
import type { Repeatable } from '#libs/casework';
import { readIdempotencyKey } from '../../../request-reading/idempotency-key';
import { ServerKey } from './server-key';

/**
 * Reads the Idempotency-Key: 400 when it is missing. What is kept of the request is a keyed hash of its canonical
 * form, which tells nothing about its content and is the same however the JSON was written.
 */
@Injectable()
export class RepeatablePipe implements PipeTransform<FastifyRequest, Repeatable> {
  constructor(private readonly serverKey: ServerKey) {}

  transform(request: FastifyRequest): Repeatable {
    const key = readIdempotencyKey(request.headers['idempotency-key']);
    const content = canonicalize({ params: request.params, body: request.body ?? null });
    return {
      route: `${request.method} ${request.routeOptions.url}`,
      key,
      requestHash: this.serverKey.code('api-request', String(content)),
    };
  }
}
