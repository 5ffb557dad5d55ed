import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { Problem } from '../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../settings';

/** The issuer's own description of itself, read once it answers and kept. */
@Injectable()
export class IdentityProvider {
  private found: Promise<client.Configuration> | undefined;

  constructor(@Inject(WEB_SETTINGS) private readonly settings: WebSettings) {}

  /** A failed look-up is forgotten, so that a provider that starts late is found by the next person. */
  async configuration(): Promise<client.Configuration> {
    this.found ??= this.discover();
    try {
      return await this.found;
    } catch {
      this.found = undefined;
      throw new Problem('unavailable', { headers: { 'retry-after': '10' } });
    }
  }

  async keysUrl(): Promise<URL> {
    const { jwks_uri: address } = (await this.configuration()).serverMetadata();
    if (address === undefined) throw new Problem('unavailable');
    return new URL(address);
  }

  private discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings.oidc;
    const address = new URL(issuer);
    const options = address.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {};
    return client.discovery(address, clientId, undefined, client.ClientSecretBasic(clientSecret), options);
  }
}
