import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { StaffActor } from '#libs/domain';
import { STAFF_DIRECTORY } from '../ports';
import './session-data';
import { sessionStanding } from './session-limits';
import type { StaffDirectory } from './staff-directory';

/** Who a browser's session belongs to now. A session that ran out, or whose person lost access, is ended. */
@Injectable()
export class SessionActor {
  constructor(@Inject(STAFF_DIRECTORY) private readonly staff: StaffDirectory) {}

  async of(request: FastifyRequest): Promise<StaffActor | undefined> {
    const signedIn = request.session.signedIn;
    if (signedIn === undefined) return undefined;
    const now = Date.now();
    const standing = sessionStanding(signedIn, now);
    const actor = standing === 'ended' ? null : await this.staff.findActive(signedIn.userId);
    if (actor === null) {
      await request.session.regenerate();
      return undefined;
    }
    if (standing === 'refresh') request.session.signedIn = { ...signedIn, seenAt: now };
    return actor;
  }
}
