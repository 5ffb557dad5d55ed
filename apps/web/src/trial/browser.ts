import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Response } from 'light-my-request';
import type { StaffActor } from '#libs/domain';

/** Keeps cookies and fills in a form's hidden fields, as a browser without scripts does. */
export class TrialBrowser {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly app: NestFastifyApplication) {}

  async signIn(actor: StaffActor): Promise<void> {
    await this.get(`/trial/sign-in?user=${actor.userId}`);
  }

  async get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.keep(await this.app.inject({ method: 'GET', url, headers: { ...this.sent(), ...headers } }));
  }

  /** Sends a form as if it stood on `page`, with the hidden fields found there. */
  async submit(
    page: string,
    action: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const hidden = hiddenFields((await this.get(page)).body);
    return this.post(action, { ...hidden, ...fields }, headers);
  }

  async post(
    url: string,
    fields: Readonly<Record<string, string>> | string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const payload = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...this.sent(), ...headers };
    return this.keep(await this.app.inject({ method: 'POST', url, payload, headers: form }));
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  forget(): void {
    this.cookies.clear();
  }

  private sent(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const host = 'localhost:3000';
    return cookie === '' ? { host } : { host, cookie };
  }

  private keep(response: Response): Response {
    for (const { name, value, expires } of response.cookies) {
      if (value === '' || (expires !== undefined && expires.getTime() < Date.now()))
        this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}

function hiddenFields(html: string): Record<string, string> {
  const found = [...html.matchAll(/name="(_csrf|idempotencyKey)" value="([^"]+)"/g)];
  return Object.fromEntries(found.map(([, name, value]) => [name, value]));
}
