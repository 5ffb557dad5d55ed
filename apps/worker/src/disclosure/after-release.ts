import type { ReleaseRefusal } from '#libs/casework';
import type { Logger } from 'pino';

const LOOK_AGAIN_MILLISECONDS = 60_000;
/** Counting and trying figures again tells nothing new until somebody has acted. */
const AFTER_REFUSAL_MILLISECONDS = 60 * 60_000;

/** When to look again, in milliseconds; figures that were refused are said where somebody hears of it. */
export function afterRelease(refused: readonly ReleaseRefusal[], logger: Logger): number {
  for (const { reason, tables, leaks, findings } of refused)
    logger.error(
      { reason, tables, leaks, findings },
      'figures were not published: a small count could be found out',
    );
  return refused.length === 0 ? LOOK_AGAIN_MILLISECONDS : AFTER_REFUSAL_MILLISECONDS;
}
