/**
 * Wraps data keys with a master key that no database holds. A key file keeps it on this machine; a transit engine or a
 * key management service keeps it away from us and does the wrapping there.
 */
export interface KeyProvider {
  /** Names the master key and its version, so that a rotation can tell old from new. */
  readonly id: string;
  /** Whether it can unwrap what was wrapped under that name. */
  opens(keyId: string): boolean;
  wrap(subjectId: string, dataKey: Buffer): Promise<Buffer>;
  /** Rejects when the key is another one, the subject is another one, or a bit was changed. */
  unwrap(subjectId: string, wrapped: Buffer): Promise<Buffer>;
}

export interface WrappedKey {
  readonly subjectId: string;
  readonly wrapped: Buffer;
  readonly keyId: string;
}

/** No provider at hand knows the master key that wrapped a data key. */
export class UnknownMasterKeyError extends Error {
  constructor(keyId: string) {
    super(`No key provider is set up for the master key ${keyId}.`);
  }
}

/** One provider wraps; others may still unwrap what they wrapped before, so that a rotation stops nobody's work. */
export class KeyRing {
  constructor(
    readonly current: KeyProvider,
    private readonly others: readonly KeyProvider[] = [],
  ) {}

  get id(): string {
    return this.current.id;
  }

  wrap(subjectId: string, dataKey: Buffer): Promise<Buffer> {
    return this.current.wrap(subjectId, dataKey);
  }

  async unwrap({ subjectId, wrapped, keyId }: WrappedKey): Promise<Buffer> {
    const provider = [this.current, ...this.others].find((candidate) => candidate.opens(keyId));
    if (provider === undefined) throw new UnknownMasterKeyError(keyId);
    return provider.unwrap(subjectId, wrapped);
  }
}

export function ringOf(keys: KeyProvider | KeyRing): KeyRing {
  return keys instanceof KeyRing ? keys : new KeyRing(keys);
}
