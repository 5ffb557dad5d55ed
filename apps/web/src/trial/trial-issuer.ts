import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Configuration } from 'oidc-provider';

export interface TrialIssuer {
  readonly issuer: string;
  readonly says: IssuerSays;
  token(claims: Readonly<Record<string, unknown>>, audience: string): Promise<string>;
  stop(): Promise<void>;
}

/** What the issuer tells about how a person signed in: a test changes it and signs in again. */
export interface IssuerSays {
  amr: readonly string[];
}

const ALL_CLAIMS = ['sub', 'amr', 'auth_time'];

const CLIENT = {
  client_id: 'waymark-web',
  client_secret: 'a sample client secret',
  redirect_uris: ['http://localhost:3000/sign-in/callback'],
  grant_types: ['authorization_code'],
  response_types: ['code' as const],
};

/** A real OpenID provider that signs in whoever `login_hint` names, without asking. */
export async function startTrialIssuer(claims: readonly string[] = ALL_CLAIMS): Promise<TrialIssuer> {
  const { Provider } = await import('oidc-provider');
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'trial', alg: 'RS256', use: 'sig' };
  const says: IssuerSays = { amr: ['mfa'] };
  const server = createServer();
  const issuer = await listening(server);
  const provider = new Provider(issuer, configuration(key, claims));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    void provider
      .interactionDetails(request, response)
      .then(({ params }) => ({ accountId: String(params.login_hint), amr: [...says.amr] }))
      .then((login) => provider.interactionFinished(request, response, { login }));
  });
  return {
    issuer,
    says,
    token: (payload, audience) =>
      new SignJWT({ ...payload })
        .setProtectedHeader({ alg: 'RS256', kid: 'trial' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

function configuration(key: JWK, claims: readonly string[]): Configuration {
  return {
    jwks: { keys: [key as Required<Configuration>['jwks']['keys'][number]] },
    clients: [CLIENT],
    claims: { openid: [...claims] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
