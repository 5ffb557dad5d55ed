export interface Wrapped {
  readonly wrapped: Buffer;
  /** Names the master key, and its version, that wrapped it: kept beside the wrapped key. */
  readonly keyId: string;
}

/**
 * Wraps data keys with a master key that no database holds. A key file keeps it on this machine; a transit engine or a
 * key management service keeps it away from us and does the wrapping there.
 */
export interface KeyProvider {
  /** Whether it can unwrap what was wrapped under that name. */
  opens(keyId: string): boolean;
  /** The name under which it wraps now; another one says that a key is due for rotation. */
  currentId(): Promise<string>;
  wrap(subjectId: string, dataKey: Buffer): Promise<Wrapped>;
  /** Rejects when the key is another one, the subject is another one, or a bit was changed. */
  unwrap(subjectId: string, wrapped: Wrapped): Promise<Buffer>;
}

/** No provider at hand knows the master key that wrapped a data key. */
export class UnknownMasterKeyError extends Error {
  constructor(keyId: string) {
    super(`No key provider is set up for the master key ${keyId}.`);
    this.name = 'UnknownMasterKeyError';
  }
}

/** The key store answered, and said no; or it did not answer. The message holds no key and no subject. */
export class KeyStoreError extends Error {
  constructor(store: string, why: string) {
    super(`The key store ${store} did not do what was asked: ${why}.`);
    this.name = 'KeyStoreError';
  }
}

/** One provider wraps; others may still unwrap what they wrapped before, so that a rotation stops nobody's work. */
export class KeyRing implements KeyProvider {
  constructor(
    private readonly current: KeyProvider,
    private readonly others: readonly KeyProvider[] = [],
  ) {}

  opens(keyId: string): boolean {
    return this.openerOf(keyId) !== undefined;
  }

  currentId(): Promise<string> {
    return this.current.currentId();
  }

  wrap(subjectId: string, dataKey: Buffer): Promise<Wrapped> {
    return this.current.wrap(subjectId, dataKey);
  }

  async unwrap(subjectId: string, wrapped: Wrapped): Promise<Buffer> {
    const provider = this.openerOf(wrapped.keyId);
    if (provider === undefined) throw new UnknownMasterKeyError(wrapped.keyId);
    return provider.unwrap(subjectId, wrapped);
  }

  private openerOf(keyId: string): KeyProvider | undefined {
    return [this.current, ...this.others].find((candidate) => candidate.opens(keyId));
  }
}
