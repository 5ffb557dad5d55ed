import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenDraft, type DraftSent, type OpenedDraft } from '#libs/casework';
import { districtsOn, type AreaPack } from '#libs/config';
import { localDate, type DraftId, type Instant, type StaffActor } from '#libs/domain';
import { AREA_PACK } from '../../casework/tokens';
import { Pages } from '../../views/pages';
import { leaveNotice } from '../notices/notice';
import type { StepContext } from './check-steps';
import { draftGone, draftUnreadable } from './draft-problems';
import { ALREADY_SENT } from './draft.copy';

/** Opens drafts for pages: whatever cannot be shown ends in a sentence. */
@Injectable()
export class DraftReading {
  constructor(
    private readonly openDraft: OpenDraft,
    private readonly pages: Pages,
    @Inject(AREA_PACK) readonly pack: AreaPack,
  ) {}

  async open(actor: StaffActor, id: DraftId): Promise<OpenedDraft | DraftSent> {
    const opened = await this.openDraft.execute(actor, id);
    switch (opened.kind) {
      case 'open':
      case 'sent':
        return opened;
      case 'not-found':
        throw draftGone();
      case 'refused':
        throw draftUnreadable();
    }
  }

  contextAt(now: Instant): StepContext {
    const { timezone, districts } = this.pack;
    const today = districtsOn(districts, localDate(now, timezone));
    return { now, timezone, districts: today.map(({ code }) => code) };
  }

  /** A draft that was sent leads to its receipt, which says that it was sent once. */
  alreadySent(
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    { referralId }: DraftSent,
  ): FastifyReply {
    leaveNotice(request, ALREADY_SENT);
    return this.pages.redirect(reply, `/referrals/${referralId}/receipt`);
  }
}
