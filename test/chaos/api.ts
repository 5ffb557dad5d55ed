import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosSystem } from './system';

const PATIENCE_MS = 6_000;
const LONGEST_PAUSE_MS = 2_000;

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A program that asks until it is answered, one web process after another, always with the same key. */
export class PatientApi {
  private readonly tokens = new Map<string, Promise<string>>();
  private turn = 0;

  constructor(
    private readonly system: Pick<ChaosSystem, 'webs' | 'token'>,
    private readonly givenUp: () => boolean,
  ) {}

  /** Answered by the service itself, yes or no; null when the run ended first. */
  async ask(request: {
    readonly method: 'GET' | 'POST';
    readonly path: string;
    readonly persona: string;
    readonly body?: object;
    readonly headers?: Readonly<Record<string, string>>;
  }): Promise<Answer | null> {
    for (let wait = 50; !this.givenUp(); wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      const answer = await this.once(request).catch(() => null);
      if (answer !== null && isFinal(answer.status)) return answer;
      if (answer?.status === 401) this.tokens.delete(request.persona);
      await pause(wait);
    }
    return null;
  }

  private async once(request: Parameters<PatientApi['ask']>[0]): Promise<Answer> {
    const { method, path, persona, body, headers } = request;
    const token = this.tokens.get(persona) ?? this.system.token(persona);
    this.tokens.set(persona, token);
    const { webs } = this.system;
    const { url } = webs[(this.turn += 1) % webs.length]!;
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) };
  }
}

/** Whatever else comes back is no answer to the question: the machine is ill, or the token old. */
function isFinal(status: number): boolean {
  return status < 500 && ![401, 408, 429].includes(status);
}
