import type { TokenEnvironment } from '#libs/config';
import * as client from 'openid-client';

const CLIENT_ID = 'waymark-cli';
const CALLBACK = 'http://127.0.0.1/callback';

/** Redirects a sign-in may take before something is plainly wrong. */
const MOST_REDIRECTS = 10;

/**
 * A bearer token for the API, by the same authorization code flow as any client: the local provider signs the
 * hinted persona in without a form, so the flow can be walked without a browser.
 */
export async function personaToken(
  persona: string,
  { issuer, publicUrl }: TokenEnvironment,
): Promise<string> {
  const provider = await client.discovery(new URL(issuer), CLIENT_ID, undefined, client.None(), {
    execute: issuer.startsWith('http:') ? [client.allowInsecureRequests] : [],
  });
  const verifier = client.randomPKCECodeVerifier();
  const address = client.buildAuthorizationUrl(provider, {
    redirect_uri: CALLBACK,
    scope: 'openid api',
    resource: `${publicUrl}/api`,
    login_hint: persona,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const tokens = await client.authorizationCodeGrant(provider, await walk(address, persona), {
    pkceCodeVerifier: verifier,
  });
  return tokens.access_token;
}

/** Follows redirects with cookies, as a browser would, until the provider sends the visitor back. */
async function walk(start: URL, persona: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let address = start;
  for (let step = 0; step < MOST_REDIRECTS; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null)
      throw new Error(`There is no persona "${persona}", or the identity provider asks for more.`);
    address = new URL(location, address);
    if (address.href.startsWith(CALLBACK)) return address;
  }
  throw new Error('The identity provider kept redirecting.');
}
