import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { defaultArea, loadAreaPack } from '#libs/config';
import * as client from 'openid-client';
import type { LocalServer } from '../pages';
import { freePort } from '../postgres';
import { signingKeys, startIdentityProvider } from '.';

const publicUrl = 'http://localhost:3999';
const callback = `${publicUrl}/sign-in/callback`;
const clientSecret = 'sample-client-secret';

/** As a browser would: keeps cookies, follows redirects while they stay with the provider. */
class Visitor {
  private readonly cookies = new Map<string, string>();

  async open(address: string | URL): Promise<Response | URL> {
    const response = await fetch(address, { redirect: 'manual', headers: { cookie: this.header() } });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) this.cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) return response;
    const next = new URL(location, address);
    return next.origin === new URL(address).origin ? this.open(next) : next;
  }

  private header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

describe('the local OpenID provider', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-identity-'));
  const keysFile = join(folder, 'signing-keys.json');
  const noise = [jest.spyOn(console, 'warn'), jest.spyOn(console, 'info')];
  let server: LocalServer;
  let web: client.Configuration;

  beforeAll(async () => {
    const port = await freePort();
    const personas = loadAreaPack(defaultArea()).personas;
    const keys = signingKeys(keysFile);
    server = await startIdentityProvider({ port, publicUrl, clientSecret, personas, keys });
    web = await client.discovery(
      new URL(server.url),
      'waymark-web',
      undefined,
      client.ClientSecretBasic(clientSecret),
      { execute: [client.allowInsecureRequests] },
    );
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const begin = async (extra: Record<string, string> = {}) => {
    const verifier = client.randomPKCECodeVerifier();
    const state = client.randomState();
    const address = client.buildAuthorizationUrl(web, {
      redirect_uri: callback,
      scope: 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      ...extra,
    });
    const finish = (arrived: URL) =>
      client.authorizationCodeGrant(web, arrived, { pkceCodeVerifier: verifier, expectedState: state });
    return { address, finish };
  };

  const asUrl = (place: Response | URL): URL => {
    if (place instanceof URL) return place;
    throw new Error(`expected to be sent back, got a page with status ${place.status}`);
  };

  const asPage = async (place: Response | URL): Promise<string> => {
    if (place instanceof URL) throw new Error('expected a page, was sent back');
    return place.text();
  };

  it('describes itself to any client', () => {
    expect(web.serverMetadata()).toMatchObject({
      issuer: server.url,
      code_challenge_methods_supported: ['S256'],
      acr_values_supported: ['https://refeds.org/profile/mfa'],
      end_session_endpoint: `${server.url}/session/end`,
    });
  });

  it('signs the hinted persona in without a form and says that a second factor was used', async () => {
    const { address, finish } = await begin({ login_hint: 'officer' });
    const before = Math.floor(Date.now() / 1_000);
    const tokens = await finish(asUrl(await new Visitor().open(address)));
    const claims = tokens.claims();
    expect(claims).toMatchObject({
      sub: 'persona-officer',
      name: 'Sample Officer Alder',
      acr: 'https://refeds.org/profile/mfa',
      amr: ['mfa', 'hwk'],
    });
    expect(claims?.['auth_time']).toBeGreaterThanOrEqual(before);
  });

  it('changes persona in one browser without asking, and never signs in silently', async () => {
    const visitor = new Visitor();
    const first = await begin({ login_hint: 'officer' });
    await first.finish(asUrl(await visitor.open(first.address)));
    const second = await begin({ login_hint: 'lead', max_age: '0' });
    const tokens = await second.finish(asUrl(await visitor.open(second.address)));
    expect(tokens.claims()?.sub).toBe('persona-lead');
    const silent = await begin({ prompt: 'none' });
    expect(asUrl(await visitor.open(silent.address)).searchParams.get('error')).toBe('login_required');
  });

  it('lists the personas when nobody is named, each a plain link that signs in', async () => {
    const visitor = new Visitor();
    const { address, finish } = await begin();
    const page = await asPage(await visitor.open(address));
    expect(page).toContain('<html lang="en-GB">');
    expect(page).not.toMatch(/<script|<style|style="/);
    const links = [...page.matchAll(/href="(\/interaction\/[^"]+)"/g)].map(([, href]) => href ?? '');
    expect(links).toHaveLength(loadAreaPack(defaultArea()).personas.length);
    const responder = links.find((href) => href.endsWith('/responder')) ?? '';
    const tokens = await finish(asUrl(await visitor.open(new URL(responder, server.url))));
    expect(tokens.claims()?.sub).toBe('persona-responder');
  });

  it('refuses a callback that is not the application’s, without repeating it as a link', async () => {
    const { address } = await begin({ redirect_uri: 'http://attacker.example/callback' });
    const place = await new Visitor().open(address);
    expect(place).toMatchObject({ status: 400 });
    expect(await asPage(place)).toContain('Sign-in stopped');
  });

  it('does not answer without PKCE', async () => {
    const { address } = await begin({ login_hint: 'officer' });
    address.searchParams.delete('code_challenge');
    address.searchParams.delete('code_challenge_method');
    expect(asUrl(await new Visitor().open(address)).searchParams.get('error')).toBe('invalid_request');
  });

  it('gives the command line a signed access token for the API only', async () => {
    const cli = await client.discovery(new URL(server.url), 'waymark-cli', undefined, client.None(), {
      execute: [client.allowInsecureRequests],
    });
    const verifier = client.randomPKCECodeVerifier();
    const resource = `${publicUrl}/api`;
    const parameters = {
      redirect_uri: 'http://127.0.0.1:49152/callback',
      scope: 'openid api',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      login_hint: 'auditor',
    };
    const granted = client.buildAuthorizationUrl(cli, { ...parameters, resource });
    const arrived = asUrl(await new Visitor().open(granted));
    const tokens = await client.authorizationCodeGrant(cli, arrived, { pkceCodeVerifier: verifier });
    const keys = createRemoteJWKSet(new URL(`${server.url}/jwks`));
    const { payload } = await jwtVerify(tokens.access_token, keys, {
      issuer: server.url,
      audience: resource,
    });
    expect(payload).toMatchObject({ sub: 'persona-auditor', amr: ['mfa', 'hwk'], scope: 'api' });
    expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
    const foreign = client.buildAuthorizationUrl(cli, {
      ...parameters,
      resource: 'https://elsewhere.example/api',
    });
    expect(asUrl(await new Visitor().open(foreign)).searchParams.get('error')).toBe('invalid_target');
  });

  it('signs out straight back to the application, and to nowhere else', async () => {
    const visitor = new Visitor();
    const end = (target: string) =>
      `${server.url}/session/end?post_logout_redirect_uri=${encodeURIComponent(target)}`;
    expect(asUrl(await visitor.open(end(`${publicUrl}/`))).href).toBe(`${publicUrl}/`);
    expect(await asPage(await visitor.open(end('http://attacker.example/')))).toContain('You are signed out');
  });

  it('keeps its signing keys, readable by nobody else', () => {
    expect(signingKeys(keysFile)).toEqual(signingKeys(keysFile));
    expect(statSync(keysFile).mode & 0o777).toBe(0o600);
  });

  it('says nothing on the console', () => {
    for (const spy of noise) expect(spy).not.toHaveBeenCalled();
  });
});
