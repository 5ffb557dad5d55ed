import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import type { StaffActor, UserId } from '#libs/domain';
import { Problem } from '../errors/problem';
import { STAFF_DIRECTORY } from '../ports';
import { WEB_SETTINGS, type WebSettings } from '../settings';
import { IdentityProvider } from './identity-provider';
import { hasSecondFactor } from './second-factor';
import type { PendingSignIn, SignedIn } from './session-data';
import type { StaffDirectory } from './staff-directory';

/** Time to find one's key or phone. */
const LONGEST_SIGN_IN = 10 * 60_000;
/** The issuer tells whole seconds, by a clock of its own. */
const CLOCKS_APART = 30_000;

export interface SignInStart {
  readonly address: URL;
  readonly pending: PendingSignIn;
}

export type SignInOutcome =
  | {
      readonly kind: 'signed-in';
      readonly actor: StaffActor;
      readonly session: SignedIn;
      readonly returnTo: string;
    }
  | { readonly kind: 'refused'; readonly reason: SignInRefusal };

export type SignInRefusal =
  | 'not-started'
  | 'not-completed'
  | 'second-factor-missing'
  | 'second-factor-old'
  | 'somebody-else'
  | 'not-a-member-of-staff';

/** OpenID Connect, authorisation code with proof key. Nothing of the issuer's answer is kept but who and when. */
@Injectable()
export class SignInFlow {
  constructor(
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
    @Inject(STAFF_DIRECTORY) private readonly staff: StaffDirectory,
    private readonly identityProvider: IdentityProvider,
  ) {}

  /** `again` asks the issuer for a fresh sign-in of one person, whatever session it still has of them. */
  async start(returnTo: string, loginHint: string | undefined, again?: UserId): Promise<SignInStart> {
    const configuration = await this.identityProvider.configuration();
    const codeVerifier = client.randomPKCECodeVerifier();
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.settings.publicUrl}/sign-in/callback`,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(loginHint === undefined ? {} : { login_hint: loginHint }),
      ...(again === undefined ? {} : { prompt: 'login', max_age: '0' }),
    });
    const pending = { state, nonce, codeVerifier, returnTo, startedAt: Date.now() };
    return { address, pending: again === undefined ? pending : { ...pending, again } };
  }

  async complete(callbackPath: string, pending: PendingSignIn | undefined): Promise<SignInOutcome> {
    const now = Date.now();
    if (pending === undefined || now - pending.startedAt > LONGEST_SIGN_IN) return refused('not-started');
    const claims = await this.claims(callbackPath, pending);
    if (claims === undefined) return refused('not-completed');
    if (!hasSecondFactor(claims, this.settings.oidc)) return refused('second-factor-missing');
    if (typeof claims.auth_time !== 'number') return refused('second-factor-missing');
    const identity = { provider: this.settings.oidc.provider, subject: claims.sub };
    const actor = await this.staff.findByIdentity(identity);
    if (actor === null) return refused('not-a-member-of-staff');
    if (pending.again !== undefined) {
      if (actor.userId !== pending.again) return refused('somebody-else');
      if (claims.auth_time * 1000 < pending.startedAt - CLOCKS_APART) return refused('second-factor-old');
    }
    const session = {
      userId: actor.userId,
      signedInAt: now,
      authenticatedAt: claims.auth_time * 1000,
      seenAt: now,
    };
    return { kind: 'signed-in', actor, session, returnTo: pending.returnTo };
  }

  /** Undefined when the issuer or the person said no; an issuer that cannot be reached is an outage. */
  private async claims(callbackPath: string, pending: PendingSignIn): Promise<client.IDToken | undefined> {
    const configuration = await this.identityProvider.configuration();
    const checks = {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.codeVerifier,
      idTokenExpected: true,
    };
    try {
      const callback = new URL(callbackPath, this.settings.publicUrl);
      return (await client.authorizationCodeGrant(configuration, callback, checks)).claims();
    } catch (error) {
      if (isNetworkFault(error)) throw new Problem('unavailable', { headers: { 'retry-after': '10' } });
      return undefined;
    }
  }
}

/** `fetch` throws a bare TypeError when the other side is not there; the library's own carry a code. */
function isNetworkFault(error: unknown): boolean {
  return error instanceof TypeError && !('code' in error);
}

function refused(reason: SignInRefusal): SignInOutcome {
  return { kind: 'refused', reason };
}
