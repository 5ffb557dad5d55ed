import type { AreaPack } from '#libs/config';
import type { Instant } from '#libs/domain';
import type { Stage } from './stage';

/** Something that somebody does at a time of their own, beside the stories of the referrals. */
export interface Scene {
  readonly at: Instant;
  play(): Promise<void>;
}

/** What stories about the people who are on the desk today need. */
export interface Today {
  readonly stage: Stage;
  readonly pack: AreaPack;
  readonly now: Instant;
}
