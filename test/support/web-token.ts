import * as client from 'openid-client';

const CALLBACK = 'http://127.0.0.1:49152/callback';

/** An access token for the API, got from the local provider as the command line gets it. */
export async function accessToken(options: {
  issuer: string;
  publicUrl: string;
  persona: string;
}): Promise<string> {
  const { issuer, publicUrl, persona } = options;
  const cli = await client.discovery(new URL(issuer), 'waymark-cli', undefined, client.None(), {
    execute: [client.allowInsecureRequests],
  });
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const asked = client.buildAuthorizationUrl(cli, {
    redirect_uri: CALLBACK,
    scope: 'openid api',
    resource: `${publicUrl}/api`,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    login_hint: persona,
  });
  const arrived = await followed(asked);
  const tokens = await client.authorizationCodeGrant(cli, arrived, { pkceCodeVerifier });
  return tokens.access_token;
}

async function followed(address: URL, cookies: ReadonlyMap<string, string> = new Map()): Promise<URL> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
  const location = response.headers.get('location');
  if (location === null) throw new Error(`the provider showed a page with status ${response.status}`);
  const next = new URL(location, address);
  if (next.origin !== address.origin) return next;
  const kept = response.headers.getSetCookie().flatMap((line) => {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return followed(next, new Map([...cookies, ...kept]));
}
