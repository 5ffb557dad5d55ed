import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Response } from 'light-my-request';
import { randomUUID } from 'node:crypto';
import { faultsOf, type Schema } from './matches-schema';

type Method = 'GET' | 'POST';
type Headers = Readonly<Record<string, string>>;

/** A program with one person's access token. Every answer it gets is held against the API's own description. */
export class ApiClient {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly document: OpenAPIObject,
    private readonly token: string | null,
  ) {}

  get(path: string, headers: Headers = {}): Promise<Response> {
    return this.send('GET', path, { headers });
  }

  /** A new request with a key of its own, unless `headers` says otherwise. */
  post(path: string, body?: unknown, headers: Headers = {}): Promise<Response> {
    const key = { 'idempotency-key': randomUUID() };
    const json: Headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return this.send('POST', path, { payload, headers: { ...key, ...json, ...headers } });
  }

  /** Sends exactly this, as a hostile or broken program may. */
  async send(
    method: Method,
    path: string,
    { payload, headers = {} }: { payload?: string | Buffer | undefined; headers?: Headers } = {},
  ): Promise<Response> {
    const authorization: Headers = this.token === null ? {} : { authorization: `Bearer ${this.token}` };
    const response = await this.app.inject({
      method,
      url: path,
      headers: { ...authorization, ...headers },
      ...(payload !== undefined && { payload }),
    });
    this.holdAgainstDescription(method, path, response);
    return response;
  }

  private holdAgainstDescription(method: Method, url: string, response: Response): void {
    const path = url.split('?')[0] ?? '';
    const template = Object.keys(this.document.paths).find((candidate) =>
      new RegExp(`^${candidate.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
    const operation = this.document.paths[template ?? '']?.[method === 'GET' ? 'get' : 'post'];
    if (operation === undefined) return;
    const answer = operation.responses[String(response.statusCode)];
    if (answer === undefined || !('content' in answer)) {
      throw new Error(`${method} ${template} answered ${response.statusCode}, which is not described`);
    }
    const [type, media] = Object.entries(answer.content ?? {})[0] ?? [];
    expect(response.headers['content-type']).toContain(type);
    const schema = media?.schema as Schema;
    expect({ answer: template, faults: faultsOf(this.document, response.json(), schema) }).toEqual({
      answer: template,
      faults: [],
    });
  }
}
