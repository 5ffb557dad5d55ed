import { ladderFaults, type PagingRung } from '#libs/domain';
import type { ChangeKind } from '../change-proposals/change-kind';

/** There is one ladder; its proposals name it so. */
export const PAGING_LADDER = 'paging-ladder';

export interface PagingLadderBody {
  readonly rungs: readonly PagingRung[];
}

/** More steps or a longer wait than this helps nobody in danger. */
const MOST_TIMES = 20;
const LONGEST_SECONDS = 14_400;

/** Who is paged for a referral in danger, how often, and when it steps up. Pages that are open keep their version. */
export const pagingLadderChange: ChangeKind = {
  kind: 'paging-ladder',

  async newest(tx, subject) {
    return subject === PAGING_LADDER ? tx.urgentPages.newestPolicy() : null;
  },

  faults: (_tx, { body }) => Promise.resolve(pagingLadderFaults(body as PagingLadderBody)),

  async apply(tx, { basedOnVersion, body, effectiveFrom }) {
    await tx.urgentPages.appendPolicy({ version: basedOnVersion + 1, body, effectiveFrom });
  },
};

export function pagingLadderFaults({ rungs }: PagingLadderBody): readonly string[] {
  const outside = rungs.some(
    ({ times, everySeconds }) => times > MOST_TIMES || everySeconds > LONGEST_SECONDS,
  );
  return [
    ...ladderFaults({ rungs }).map((fault) => `ladder-${fault}`),
    ...(outside ? ['ladder-outside'] : []),
  ];
}
