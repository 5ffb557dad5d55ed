/** What was sealed is not what is stored now. The message names what is missing or changed: counts and numbers only. */
export class BrokenSealError extends Error {
  constructor(readonly found: string) {
    super(`The seal of the journal is broken: ${found}.`);
    this.name = 'BrokenSealError';
  }
}

/** A worker still runs with a key that another one has taken over from. */
export class ReplacedKeyError extends Error {
  constructor(keyId: string) {
    super(`The seal key ${keyId} was replaced by a newer one and signs no more.`);
    this.name = 'ReplacedKeyError';
  }
}
