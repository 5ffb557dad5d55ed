import type { ExpireDrafts } from '#libs/casework';

const LIMIT = 200;
/** Somebody who presses "Delete" is told that it is gone; its data key follows within this time. */
const PAUSE_MILLISECONDS = 10_000;

/** Destroys unfinished referrals whose time has come, and the data keys of those that ended. */
export class DraftExpiry {
  constructor(private readonly expireDrafts: ExpireDrafts) {}

  async round(): Promise<number> {
    const expired = await this.expireDrafts.execute({ limit: LIMIT });
    return expired === LIMIT ? 0 : PAUSE_MILLISECONDS;
  }
}
