export type RawEnvironment = Readonly<Record<string, string | undefined>>;

/** A process that cannot be configured does not start. Messages name variables and never repeat their values. */
export class EnvironmentError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'EnvironmentError';
  }
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Reads every variable before complaining, so that one start shows all that is wrong. */
export class EnvironmentReader {
  private readonly problems: string[] = [];

  constructor(private readonly raw: RawEnvironment) {}

  /** Set to nothing is the same as not set: shells and compose files cannot tell them apart. */
  optional(name: string): string | undefined {
    const value = this.raw[name]?.trim();
    return value === '' ? undefined : value;
  }

  text(name: string, fallback?: string): string {
    const value = this.optional(name) ?? fallback;
    return value ?? this.refuse(`${name} is not set.`, '');
  }

  /** `what` ends the sentence "… is not". */
  matching(name: string, pattern: RegExp, what: string): string {
    const value = this.text(name);
    return value === '' || pattern.test(value) ? value : this.refuse(`${name} is not ${what}.`, value);
  }

  secret(name: string, minimumLength: number): string {
    const value = this.text(name);
    if (value === '' || value.length >= minimumLength) return value;
    return this.refuse(`${name} is shorter than ${minimumLength} characters.`, value);
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[], fallback: Choice): Choice {
    const value = this.optional(name) ?? fallback;
    const choice = choices.find((candidate) => candidate === value);
    return choice ?? this.refuse(`${name} is not one of ${choices.join(', ')}.`, fallback);
  }

  list(name: string, fallback: readonly string[]): readonly string[] {
    const value = this.optional(name);
    if (value === undefined) return fallback;
    return value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }

  port(name: string, fallback: number): number {
    const value = this.optional(name) ?? String(fallback);
    const port = Number(value);
    if (/^\d{1,5}$/.test(value) && port >= 1 && port <= 65_535) return port;
    return this.refuse(`${name} is not a port number from 1 to 65535.`, fallback);
  }

  url(name: string, schemes: readonly string[]): string {
    const value = this.text(name);
    if (value === '' || schemes.includes(schemeOf(value))) return value;
    return this.refuse(`${name} is not a URL that starts with ${schemes.join(':// or ')}://.`, value);
  }

  optionalUrl(name: string, schemes: readonly string[]): string | undefined {
    return this.optional(name) === undefined ? undefined : this.url(name, schemes);
  }

  postgres(name: string): string {
    return this.url(name, ['postgresql', 'postgres']);
  }

  /** Sign-in and cookies are only safe over TLS; plain http is for one's own machine. */
  secureUrl(name: string): string {
    const value = this.url(name, ['https', 'http']);
    if (schemeOf(value) !== 'http' || LOOPBACK.has(new URL(value).hostname)) return value;
    return this.refuse(`${name} must use https unless it points at this machine.`, value);
  }

  /** `https://host:port` without a path: pages are served at the root. */
  origin(name: string): string {
    const value = this.secureUrl(name);
    if (schemeOf(value) === '') return value;
    const { origin, pathname, search, hash } = new URL(value);
    if (pathname === '/' && search === '' && hash === '') return origin;
    return this.refuse(`${name} must be an address without a path.`, value);
  }

  passwords<Role extends string>(name: string, roles: readonly Role[]): Readonly<Record<Role, string>> {
    const value = this.text(name);
    const read = parsePasswords(value, roles);
    if (read !== undefined) return read;
    const empty = Object.fromEntries(roles.map((role) => [role, ''])) as Record<Role, string>;
    if (value === '') return empty;
    return this.refuse(
      `${name} is not a JSON object with a password for each of ${roles.join(', ')}.`,
      empty,
    );
  }

  /** Call last: hands over what was read, or throws every problem found. */
  finish<Environment>(environment: Environment): Environment {
    if (this.problems.length > 0) throw new EnvironmentError(this.problems);
    return environment;
  }

  private refuse<Value>(problem: string, placeholder: Value): Value {
    this.problems.push(problem);
    return placeholder;
  }
}

function schemeOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol.slice(0, -1) : '';
}

function parsePasswords<Role extends string>(
  json: string,
  roles: readonly Role[],
): Readonly<Record<Role, string>> | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const given = new Map(Object.entries(parsed));
    const complete = roles.every((role) => typeof given.get(role) === 'string' && given.get(role) !== '');
    return complete
      ? (Object.fromEntries(roles.map((role) => [role, given.get(role)])) as Record<Role, string>)
      : undefined;
  } catch {
    return undefined;
  }
}
