import type { UserId } from '#libs/domain';
import { ABSOLUTE_LIMIT, IDLE_LIMIT, sessionStanding } from './session-limits';

const session = (signedInAt: number, seenAt: number) => ({
  userId: '00000000-0000-7000-8000-000000000101' as UserId,
  authenticatedAt: signedInAt,
  signedInAt,
  seenAt,
});

describe('a session', () => {
  it('ends after 15 minutes without a page, to the millisecond', () => {
    expect(sessionStanding(session(0, 0), IDLE_LIMIT - 1)).toBe('refresh');
    expect(sessionStanding(session(0, 0), IDLE_LIMIT)).toBe('ended');
    expect(IDLE_LIMIT).toBe(15 * 60_000);
  });

  it('ends 8 hours after signing in, however busy it was', () => {
    expect(sessionStanding(session(0, ABSOLUTE_LIMIT - 1), ABSOLUTE_LIMIT - 1)).toBe('live');
    expect(sessionStanding(session(0, ABSOLUTE_LIMIT - 1), ABSOLUTE_LIMIT)).toBe('ended');
    expect(ABSOLUTE_LIMIT).toBe(8 * 3_600_000);
  });

  it('is written again only when half a minute has passed', () => {
    expect(sessionStanding(session(0, 1_000), 30_999)).toBe('live');
    expect(sessionStanding(session(0, 1_000), 31_000)).toBe('refresh');
  });
});
