import type { Configuration, errors, interactionPolicy } from 'oidc-provider';
import { renderPage } from '../pages';
import { memoryAdapters } from './memory-adapter';
import type { Persona } from '#libs/config';
import type { SigningKey } from './signing-keys';

export const WEB_CLIENT_ID = 'waymark-web';
export const CLI_CLIENT_ID = 'waymark-cli';
export const ACR = 'https://refeds.org/profile/mfa';
export const AMR = ['mfa', 'hwk'];

const HOUR = 3_600;

export interface ProviderSettings {
  readonly publicUrl: string;
  readonly clientSecret: string;
  readonly personas: readonly Persona[];
  readonly keys: { readonly keys: SigningKey[] };
}

/** The parts of the library that can only be had by importing it, which is done late and quietly. */
export interface ProviderLibrary {
  readonly errors: typeof errors;
  readonly interactionPolicy: typeof interactionPolicy;
}

export function providerConfiguration(settings: ProviderSettings, library: ProviderLibrary): Configuration {
  const api = `${settings.publicUrl}/api`;
  return {
    adapter: memoryAdapters(),
    jwks: settings.keys,
    clients: clients(settings),
    scopes: ['openid', 'profile', 'email'],
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false,
    acrValues: [ACR],
    pkce: { required: () => true },
    expiresWithSession: async () => false,
    findAccount: (_context, subject) => accountOf(settings.personas, subject),
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, provider } = oidc;
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid profile email');
      grant.addResourceScope(api, 'api');
      await grant.save();
      return grant;
    },
    interactions: {
      url: (_context, interaction) => `/interaction/${interaction.uid}`,
      policy: alwaysAsk(library.interactionPolicy),
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: async () => true,
        getResourceServerInfo: async (_context, resource) => {
          if (resource !== api) throw new library.errors.InvalidTarget();
          const accessTokenTTL = HOUR;
          return {
            scope: 'api',
            audience: api,
            accessTokenTTL,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'RS256' } },
          };
        },
      },
    },
    extraTokenClaims: async ({ oidc }) => {
      const { acr, amr, authTime } = oidc.entities.AuthorizationCode ?? {};
      return { acr, amr, auth_time: authTime };
    },
    renderError: (context, { error, error_description: detail }) => {
      const text = `The sign-in request could not be understood (${error}${detail ? `: ${detail}` : ''}).`;
      context.type = 'html';
      context.body = renderPage({ template: 'notice', view: { title: 'Sign-in stopped', text } });
    },
    clientBasedCORS: () => false,
    ttl: { AccessToken: HOUR, IdToken: HOUR, Interaction: HOUR, Session: HOUR, Grant: HOUR },
  };
}

function clients({ publicUrl, clientSecret }: ProviderSettings): Configuration['clients'] {
  return [
    {
      client_id: WEB_CLIENT_ID,
      client_secret: clientSecret,
      redirect_uris: [`${publicUrl}/sign-in/callback`],
      post_logout_redirect_uris: [`${publicUrl}/`],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
    {
      client_id: CLI_CLIENT_ID,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['http://127.0.0.1/callback'],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ];
}

/** Nobody stays signed in here: each sign-in is fresh, which is what `max_age` and `prompt=login` ask for as well. */
function alwaysAsk({ base, Check }: typeof interactionPolicy): ReturnType<typeof base> {
  const policy = base();
  const fresh = new Check('fresh_sign_in', 'each sign-in is fresh', 'login_required', ({ oidc }) =>
    oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
  );
  policy.get('login')?.checks.add(fresh);
  return policy;
}

function accountOf(
  personas: readonly Persona[],
  subject: string,
): { accountId: string; claims: () => { sub: string; name: string; email: string } } | undefined {
  const persona = personas.find((candidate) => candidate.subject === subject);
  if (persona === undefined) return undefined;
  const { name, email } = persona;
  return { accountId: subject, claims: () => ({ sub: subject, name, email }) };
}
