import { Inject, Injectable } from '@nestjs/common';
import { createHmac, hkdfSync } from 'node:crypto';
import { WEB_SETTINGS, type WebSettings } from '../../../settings';

/** Makes codes that only this service can make, with a key of its own for each purpose. */
@Injectable()
export class ServerKey {
  constructor(@Inject(WEB_SETTINGS) private readonly settings: WebSettings) {}

  code(purpose: 'api-request' | 'api-cursor', text: string): Buffer {
    const key = hkdfSync('sha256', this.settings.sessionSecret, '', `waymark ${purpose}`, 32);
    return createHmac('sha256', Buffer.from(key)).update(text).digest();
  }
}
