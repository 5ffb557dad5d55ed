import { HOUR } from '../time';

export const DAY_MILLISECONDS = 24 * HOUR;

/** An invitation nobody has used for two weeks is no door any more. */
export const INVITATION_LASTS = 14 * DAY_MILLISECONDS;
