import { instant, type Instant } from '#libs/domain';
import type { SealHead, SealKey } from '#libs/persistence';
import { timeInWords, timeOfDay } from '../../formatting/moments';
import { SEALS } from './audit.copy';

interface HeadRow {
  readonly number: number;
  readonly sealed: string;
  readonly added: string;
  readonly size: string;
  readonly path: string;
  readonly download: string;
}

export interface SealsPage {
  readonly asAt: string;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly code: boolean }[];
  readonly rows: readonly HeadRow[];
  readonly nextPath: string | undefined;
  readonly copy: typeof SEALS;
}

/** Beyond this many, "or more" says enough. */
export const MOST_WAITING = 10_000;

export function sealsPage(options: {
  /** Newest first. */
  heads: readonly SealHead[];
  newest: SealHead | null;
  keys: readonly SealKey[];
  waiting: number;
  nextPath: string | undefined;
  now: Instant;
  timezone: string;
}): SealsPage {
  const { heads, nextPath, now, timezone } = options;
  return {
    asAt: timeOfDay(now, timezone),
    facts: factsOf(options),
    rows: heads.map((head) => ({
      number: head.number,
      sealed: timeInWords(instant(head.sealedAt), timezone),
      added: counted(head.size - head.fromLeaf),
      size: counted(head.size),
      path: `/audit/seals/${head.number}`,
      download: SEALS.download(head.number),
    })),
    nextPath,
    copy: SEALS,
  };
}

function factsOf({ newest, keys, waiting, timezone }: Parameters<typeof sealsPage>[0]): SealsPage['facts'] {
  const rows = waiting >= MOST_WAITING ? `${counted(waiting)} ${SEALS.more}` : counted(waiting);
  const waits = { label: SEALS.waiting, value: rows, code: false };
  if (newest === null) return [waits];
  return [
    { label: SEALS.last, value: timeInWords(instant(newest.sealedAt), timezone), code: false },
    { label: SEALS.rows, value: counted(newest.size), code: false },
    waits,
    { label: SEALS.key, value: keys.at(-1)?.keyId ?? newest.keyId, code: true },
    { label: SEALS.root, value: newest.root, code: true },
  ];
}

function counted(rows: number): string {
  return rows.toLocaleString('en-GB');
}
