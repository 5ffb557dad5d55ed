import { Inject, Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import type { FastifyRequest } from 'fastify';
import { createHmac, hkdfSync } from 'node:crypto';
import type { Repeatable } from '#libs/casework';
import { WEB_SETTINGS, type WebSettings } from '../settings';

/** Makes codes that only this service can make, with a key of its own for each purpose. */
@Injectable()
export class ServerKey {
  constructor(@Inject(WEB_SETTINGS) private readonly settings: WebSettings) {}

  code(purpose: 'form' | 'api-request' | 'api-cursor' | 'crime-mark', text: string): Buffer {
    const key = hkdfSync('sha256', this.settings.sessionSecret, '', `waymark ${purpose}`, 32);
    return createHmac('sha256', Buffer.from(key)).update(text).digest();
  }

  /**
   * Makes a request sent twice one act. What is kept of it is a keyed hash of its canonical form, which tells nothing
   * about its content and is the same however it was written down.
   */
  repeatable(
    purpose: 'form' | 'api-request',
    { request, key, content }: { request: FastifyRequest; key: string; content: unknown },
  ): Repeatable {
    return {
      route: `${request.method} ${request.routeOptions.url}`,
      key,
      requestHash: this.code(purpose, String(canonicalize({ params: request.params, content }))),
    };
  }
}
