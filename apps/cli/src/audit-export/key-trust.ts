import {
  keyIdOf,
  keyStatement,
  signatureCheckOf,
  statementOf,
  type SealHead,
  type SealKey,
} from '#libs/persistence';
import type { FaultList } from './export-fault';

type Check = (statement: object, signature: string) => boolean;

/**
 * The keys that signed an export, each believed because the reader was given it or because the key before it vouches for
 * it. Without a key of the reader's own the first is taken as it stands: the result then says which it was.
 */
export class KeyTrust {
  private readonly checks = new Map<string, Check>();

  constructor(
    private readonly keys: readonly SealKey[],
    { instanceId, given, faults }: { instanceId: string; given: readonly string[]; faults: FaultList },
  ) {
    const givenIds = new Set(given.map(keyIdOf));
    let trusted = given.length === 0;
    for (const [at, key] of keys.entries()) {
      const { keyId, publicKey, endorsement } = key;
      if (keyIdOf(publicKey) !== keyId) {
        faults.add({ kind: 'key-unreadable', keyId });
        continue;
      }
      const before = keys[at - 1];
      const vouched =
        before !== undefined &&
        endorsement !== null &&
        key.previousKey === before.keyId &&
        (this.checks.get(before.keyId)?.(keyStatement(instanceId, key), endorsement) ?? false);
      this.checks.set(keyId, signatureCheckOf(publicKey));
      if (givenIds.has(keyId)) trusted = true;
      else if (at > 0 && !vouched) {
        faults.add({ kind: 'key-unvouched', keyId });
      } else if (!trusted && !this.leadsToGiven(at, givenIds)) faults.add({ kind: 'key-unknown', keyId });
    }
    for (const pem of given) {
      const keyId = keyIdOf(pem);
      if (keyId !== null && !this.checks.has(keyId)) this.checks.set(keyId, signatureCheckOf(pem));
    }
  }

  /** Whether the key that was in force for this head signed it. */
  signed(head: SealHead): boolean {
    const inForce = this.keys.findLast(({ fromSeal }) => fromSeal <= head.number);
    return inForce?.keyId === head.keyId && this.knows(head);
  }

  /** Whether any known key signed it: for heads from elsewhere. */
  knows(head: SealHead): boolean {
    return this.checks.get(head.keyId)?.(statementOf(head), head.signature) ?? false;
  }

  /** Whether this key may be believed, because it was given or the chain of keys leads to it. */
  believes(keyId: string): boolean {
    return this.checks.has(keyId);
  }

  /** A later key was given: the chain of heads leads from this one to it. */
  private leadsToGiven(at: number, given: ReadonlySet<string | null>): boolean {
    return this.keys.slice(at + 1).some(({ keyId }) => given.has(keyId));
  }
}
