import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { WallMark, WallMarks } from '#libs/casework';
import { CONFLICT_KEYS, type ConflictKey, type ConflictKeyKind } from '#libs/domain';
import type { MarkSecret } from '../matching/keyed-search-marks';

/** The subject of no person: under this id the wall's secret stands among the data keys, and rotates with them. */
export const WALL_SECRET_ID = '00000000-0000-4000-8000-3a1150000000';

const BYTES = 16;

/**
 * HMAC-SHA-256 under a secret that no other mark is made with, so that nothing in this schema can be joined with what
 * is outside it. Whole marks, not short ones: only one role compares them, and nobody searches by them.
 */
export class KeyedWallMarks implements WallMarks {
  constructor(private readonly secret: MarkSecret) {}

  async of(keys: readonly ConflictKey[]): Promise<readonly WallMark[]> {
    const root = await this.secret.readOrKeep(randomBytes(32));
    const secrets = new Map<ConflictKeyKind, Buffer>(
      CONFLICT_KEYS.map((kind) => [
        kind,
        Buffer.from(hkdfSync('sha256', root, '', `waymark wall ${kind}`, 32)),
      ]),
    );
    return keys.map(({ kind, text }) => {
      const secret = secrets.get(kind);
      if (secret === undefined) throw new Error('every kind has its own secret');
      return { kind, mark: createHmac('sha256', secret).update(text).digest().subarray(0, BYTES) };
    });
  }

  async reach(): Promise<void> {
    await this.secret.readOrKeep(randomBytes(32));
  }
}
