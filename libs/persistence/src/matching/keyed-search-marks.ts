import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { SearchMark, SearchMarks } from '#libs/casework';
import { MARK_KINDS, type MarkKind, type MatchKey } from '#libs/domain';

/** Keeps the one secret of all marks wrapped where data keys are kept, and hands it out. */
export interface MarkSecret {
  /** The secret that is stored; `fresh` becomes it when there is none yet. */
  readOrKeep(fresh: Buffer): Promise<Buffer>;
}

/**
 * Bits a mark keeps. CipherSweet's rule wants between 2 and √rows strangers for each mark, rows / 2^bits: at 20,000
 * people with up to four marks of a kind, 13 bits leave 2 to 10; at 1,000,000, 122 to 488, below √1,000,000. Fewer
 * would make a search open too many people, more would let a stolen table say who is in it.
 */
const BITS = 13;

/** HMAC-SHA-256 of a key under a key of its own kind, cut to `BITS`. */
export class KeyedSearchMarks implements SearchMarks {
  private loading: Promise<ReadonlyMap<MarkKind, Buffer>> | null = null;

  constructor(private readonly secret: MarkSecret) {}

  async of(keys: readonly MatchKey[]): Promise<readonly SearchMark[]> {
    const secrets = await this.secrets();
    const marks = keys.map(({ kind, text }) => ({ kind, mark: markOf(secrets.get(kind) as Buffer, text) }));
    return [...new Map(marks.map((mark) => [`${mark.kind} ${mark.mark}`, mark])).values()];
  }

  /** Read once; a failed reading is tried again by the next who asks. */
  private secrets(): Promise<ReadonlyMap<MarkKind, Buffer>> {
    this.loading ??= this.load().catch((error: unknown) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  private async load(): Promise<ReadonlyMap<MarkKind, Buffer>> {
    const root = await this.secret.readOrKeep(randomBytes(32));
    return new Map(
      MARK_KINDS.map((kind) => [kind, Buffer.from(hkdfSync('sha256', root, '', `waymark mark ${kind}`, 32))]),
    );
  }
}

function markOf(secret: Buffer, text: string): number {
  return createHmac('sha256', secret).update(text).digest().readUInt16BE(0) >>> (16 - BITS);
}
