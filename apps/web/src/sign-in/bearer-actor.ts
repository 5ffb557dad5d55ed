import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { StaffActor } from '#libs/domain';
import { Problem } from '../errors/problem';
import { STAFF_DIRECTORY } from '../ports';
import { WEB_SETTINGS, type WebSettings } from '../settings';
import { hasSecondFactor } from './second-factor';
import { IdentityProvider } from './identity-provider';
import type { StaffDirectory } from './staff-directory';

const SIGNATURES = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Who sent an access token, and when its sign-in proved who they are; undefined when the issuer does not say. */
export interface Bearer {
  readonly actor: StaffActor;
  readonly authenticatedAt: number | undefined;
}

/** Who an API access token stands for: signed by our issuer, meant for this API, by someone still active. */
@Injectable()
export class BearerActor {
  private keys: JWTVerifyGetKey | undefined;

  constructor(
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
    @Inject(STAFF_DIRECTORY) private readonly staff: StaffDirectory,
    private readonly identityProvider: IdentityProvider,
  ) {}

  async of(authorization: string | undefined): Promise<Bearer> {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw unauthorised();
    const claims = await this.verified(token);
    if (typeof claims.sub !== 'string' || !hasSecondFactor(claims, this.settings.oidc)) throw unauthorised();
    const identity = { provider: this.settings.oidc.provider, subject: claims.sub };
    const actor = await this.staff.findByIdentity(identity);
    if (actor === null) throw unauthorised();
    const { auth_time: provenAt } = claims;
    return { actor, authenticatedAt: typeof provenAt === 'number' ? provenAt * 1000 : undefined };
  }

  private async verified(token: string): Promise<JWTPayload> {
    const keys = await this.issuerKeys();
    try {
      const options = {
        issuer: this.settings.oidc.issuer,
        audience: `${this.settings.publicUrl}/api`,
        algorithms: SIGNATURES,
        requiredClaims: ['exp', 'sub'],
      };
      return (await jwtVerify(token, keys, options)).payload;
    } catch (error) {
      if (isIssuerUnreachable(error)) throw new Problem('unavailable', { headers: { 'retry-after': '10' } });
      throw unauthorised('invalid_token');
    }
  }

  private async issuerKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= createRemoteJWKSet(await this.identityProvider.keysUrl());
    return this.keys;
  }
}

/** A generic fault is an answer other than the keys; what is not the library's own error is the network's. */
function isIssuerUnreachable(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return error instanceof errors.JWKSTimeout || error.code === 'ERR_JOSE_GENERIC';
}

function unauthorised(error?: string): Problem {
  const challenge = error === undefined ? 'Bearer' : `Bearer error="${error}"`;
  return new Problem('sign-in-required', { headers: { 'www-authenticate': challenge } });
}
