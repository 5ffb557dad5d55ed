import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Response } from 'light-my-request';
import { encoded, formOn, type FormFields } from './web-forms';

/** A browser without scripts: keeps cookies, reads a form before it sends it. Redirects are answers like others. */
export class WebBrowser {
  private readonly cookies: Map<string, string>;

  constructor(
    private readonly app: NestFastifyApplication,
    cookies: Readonly<Record<string, string>> = {},
  ) {
    this.cookies = new Map(Object.entries(cookies));
  }

  async get(path: string): Promise<Response> {
    return this.keep(await this.app.inject({ method: 'GET', url: path, headers: this.sent() }));
  }

  /**
   * Fills in the form that goes to `path` and sends it. The form stands on the page `on`, by default the page of
   * the same address; its hidden fields and what it already holds are sent unless `fields` says otherwise.
   */
  async post(path: string, fields: FormFields = {}, { on = path }: { on?: string } = {}): Promise<Response> {
    const page = await this.get(on);
    return this.send(path, { ...formOn(page.body, path), ...fields });
  }

  /** Sends exactly these fields, as a hostile or broken client may. */
  async send(path: string, fields: FormFields | string): Promise<Response> {
    const payload = typeof fields === 'string' ? fields : encoded(fields);
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...this.sent() };
    return this.keep(await this.app.inject({ method: 'POST', url: path, payload, headers }));
  }

  /** For a real browser that goes on where this one is. */
  jar(): readonly { readonly name: string; readonly value: string }[] {
    return [...this.cookies].map(([name, value]) => ({ name, value }));
  }

  private sent(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookie === '' ? {} : { cookie };
  }

  private keep(response: Response): Response {
    for (const { name, value } of response.cookies) this.cookies.set(name, value);
    return response;
  }
}
