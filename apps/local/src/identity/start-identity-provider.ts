import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { sendNotFound, sendPage, startLocalServer, type LocalServer } from '../pages';
import {
  ACR,
  AMR,
  providerConfiguration,
  WEB_CLIENT_ID,
  type ProviderSettings,
} from './provider-configuration';
import type { Persona } from '#libs/config';

export interface IdentityProviderOptions extends ProviderSettings {
  readonly port: number;
}

/** A real OpenID provider for people who do not exist. Its issuer is the server's URL. */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<LocalServer> {
  const library = await importQuietly();
  const provider = new library.Provider(
    `http://127.0.0.1:${options.port}`,
    providerConfiguration(options, library),
  );
  const answer = provider.callback();
  return startLocalServer(options.port, (path, request, response) => {
    const [, place, uid, key] = path.split('/');
    if (place === 'interaction' && uid !== undefined && request.method === 'GET') {
      return signIn({ provider, personas: options.personas, uid, key, request, response });
    }
    if (path === '/session/end') return signOut({ provider, request, response });
    return answer(request, response);
  });
}

interface SignIn {
  readonly provider: Provider;
  readonly personas: readonly Persona[];
  readonly uid: string;
  readonly key: string | undefined;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** A persona named in the address or by `login_hint` is signed in at once; otherwise they are listed. */
async function signIn({ provider, personas, uid, key, request, response }: SignIn): Promise<void> {
  const interaction = await provider.interactionDetails(request, response);
  const chosen = personas.find((persona) => persona.key === (key ?? interaction.params['login_hint']));
  if (chosen === undefined && key !== undefined) return sendNotFound(response);
  if (chosen === undefined) {
    const links = personas.map(({ key: name, ...rest }) => ({
      ...rest,
      href: `/interaction/${uid}/${name}`,
    }));
    return sendPage(response, { template: 'personas', view: { personas: links } });
  }
  // Someone else's session would have to be confirmed away on a page of its own; here it just ends.
  const earlier = interaction.session?.uid;
  if (earlier !== undefined) await (await provider.Session.findByUid(earlier))?.destroy();
  interaction.session = undefined;
  await interaction.persist();
  const login = { accountId: chosen.subject, acr: ACR, amr: AMR };
  return provider.interactionFinished(request, response, { login, consent: {} });
}

interface SignOut {
  readonly provider: Provider;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Ends the session and goes back to the application at once: there is no other application to ask about. */
async function signOut({ provider, request, response }: SignOut): Promise<void> {
  const session = await provider.Session.get(provider.createContext(request, response));
  await session.destroy();
  const asked = new URL(request.url ?? '/', provider.issuer).searchParams.get('post_logout_redirect_uri');
  const client = await provider.Client.find(WEB_CLIENT_ID);
  if (asked !== null && client?.postLogoutRedirectUriAllowed(asked)) {
    response.writeHead(303, { location: asked }).end();
    return;
  }
  sendPage(response, {
    template: 'notice',
    view: { title: 'You are signed out', text: 'You can close this page.' },
  });
}

/** The library warns on the console about any Node before 22; it is tried and tested on the Node we ask for. */
async function importQuietly(): Promise<typeof import('oidc-provider')> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
}
