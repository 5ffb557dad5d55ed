import { Agent, request, type IncomingMessage } from 'node:http';

/** A page, how long its first to its last byte took (milliseconds), and what it set. */
interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly milliseconds: number;
}

const MOST_HOPS = 12;

/** A browser without scripts over one connection that stays open: cookies by host and port, redirects followed. */
export class BenchBrowser {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private readonly cookies = new Map<string, Map<string, string>>();

  constructor(private readonly origin: string) {}

  /** Signs in as a persona at the real provider, as a person does. */
  async signIn(persona: string): Promise<void> {
    let next = new URL(`/sign-in?persona=${persona}`, this.origin);
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const { location } = await this.ask(next);
      if (location === undefined) return;
      next = new URL(location, next);
    }
    throw new Error('signing in went round in circles');
  }

  /** Milliseconds that a page took; anything but the page itself is an error. */
  async timeOf(path: string): Promise<number> {
    const { status, milliseconds } = await this.ask(new URL(path, this.origin));
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    return milliseconds;
  }

  close(): void {
    this.agent.destroy();
  }

  private ask(url: URL): Promise<Answer> {
    const jar = this.jarOf(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const sent = request(url, { agent: this.agent, headers: cookie === '' ? {} : { cookie } }, (answer) => {
        keepCookies(jar, answer);
        answer.resume();
        answer.once('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            location: answer.headers.location,
            milliseconds: performance.now() - began,
          }),
        );
      });
      sent.once('error', reject);
      sent.end();
    });
  }

  private jarOf({ host }: URL): Map<string, string> {
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar);
    return jar;
  }
}

function keepCookies(jar: Map<string, string>, { headers }: IncomingMessage): void {
  for (const line of headers['set-cookie'] ?? []) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (name !== '') jar.set(name, value);
  }
}
