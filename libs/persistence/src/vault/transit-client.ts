import { KeyStoreError } from './key-provider';

/** How we show who we are: a token kept fresh by an agent, or a role that we log in with ourselves. */
export type TransitSignIn =
  | { readonly kind: 'token'; readonly token: () => Promise<string> }
  | { readonly kind: 'app-role'; readonly roleId: string; readonly secretId: () => Promise<string> };

export interface TransitSettings {
  readonly url: string;
  readonly mount: string;
  readonly key: string;
  readonly namespace: string | undefined;
  readonly signIn: TransitSignIn;
}

type Data = Readonly<Record<string, unknown>>;

const LONGEST_MILLISECONDS = 5_000;

/** The few calls of the HTTP API that wrapping needs. A token that is refused is asked for once more. */
export class TransitClient {
  private token: Promise<string> | null = null;

  constructor(private readonly settings: TransitSettings) {}

  read(path: string): Promise<Data> {
    return this.call('GET', path, undefined);
  }

  write(path: string, body: Data): Promise<Data> {
    return this.call('POST', path, body);
  }

  private async call(method: 'GET' | 'POST', path: string, body: Data | undefined): Promise<Data> {
    const first = await this.send({ method, path, body, token: await this.freshToken() });
    if (first.status !== 403) return dataOf(first);
    this.token = null;
    return dataOf(await this.send({ method, path, body, token: await this.freshToken() }));
  }

  /** One login for everybody who waits; a failed one is tried again by the next. */
  private freshToken(): Promise<string> {
    const { signIn } = this.settings;
    if (signIn.kind === 'token') return signIn.token();
    this.token ??= this.logIn(signIn).catch((error: unknown) => {
      this.token = null;
      throw error;
    });
    return this.token;
  }

  private async logIn(role: Extract<TransitSignIn, { kind: 'app-role' }>): Promise<string> {
    const answer = await this.send({
      method: 'POST',
      path: 'auth/approle/login',
      body: { role_id: role.roleId, secret_id: await role.secretId() },
      token: undefined,
    });
    const { auth } = (await bodyOf(answer)) as { auth?: { client_token?: string } };
    if (auth?.client_token === undefined) throw new KeyStoreError('transit', 'the login gave no token');
    return auth.client_token;
  }

  private async send(request: {
    method: string;
    path: string;
    body: Data | undefined;
    token: string | undefined;
  }): Promise<Response> {
    const { url, namespace } = this.settings;
    const { method, path, body, token } = request;
    const headers = {
      'content-type': 'application/json',
      'x-vault-request': 'true',
      ...(token !== undefined && { 'x-vault-token': token }),
      ...(namespace !== undefined && { 'x-vault-namespace': namespace }),
    };
    const signal = AbortSignal.timeout(LONGEST_MILLISECONDS);
    const sent = { method, headers, signal, redirect: 'error' as const };
    return fetch(
      `${url}/v1/${path}`,
      body === undefined ? sent : { ...sent, body: JSON.stringify(body) },
    ).catch(() => {
      throw new KeyStoreError('transit', 'it does not answer');
    });
  }
}

async function dataOf(answer: Response): Promise<Data> {
  const { data } = (await bodyOf(answer)) as { data?: Data };
  if (data === undefined) throw new KeyStoreError('transit', 'it answered without data');
  return data;
}

/** Its own words may repeat what was sent, so only the status is passed on. */
async function bodyOf(answer: Response): Promise<unknown> {
  if (!answer.ok) throw new KeyStoreError('transit', `status ${answer.status}`);
  return answer.json().catch(() => {
    throw new KeyStoreError('transit', 'its answer is not JSON');
  });
}
