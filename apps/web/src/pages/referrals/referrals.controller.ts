import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AreaPack } from '#libs/config';
import { mayActOn, type Act, type Instant, type ReferralId, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, referralStatus, referralStatuses, type ReferralStatus } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { Pages } from '../../views/pages';
import { requireAct } from '../form-acts/form-act';
import { placeOf, readPlace } from '../list-places/place';
import { limbNamesOf, type LimbNameOf } from '../promise-words/limb-words';
import { receiptPage, referralListPage, referralStatusPage } from './referral-status.page';

const PAGE_LENGTH = 25;

@Controller('/referrals')
export class ReferralsController {
  private readonly limbName: LimbNameOf;

  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
    @Inject(AREA_PACK) { policies }: AreaPack,
  ) {
    this.limbName = limbNamesOf(policies);
  }

  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'see-own-referrals');
    const place = readPlace<ReferralId>(after);
    const cursor = place && { submittedAt: place.at, referralId: place.id };
    const { found, now } = await this.work.read(actor, async (manager, at) => ({
      found: await referralStatuses(manager, { after: cursor, limit: PAGE_LENGTH + 1 }),
      now: at,
    }));
    const rows = found.slice(0, PAGE_LENGTH);
    const nextHref = found.length > PAGE_LENGTH ? nextPageOf(rows.at(-1)) : undefined;
    const { timezone } = this.settings.area;
    return this.pages.show(
      reply,
      'pages/referrals/list.njk',
      referralListPage({ rows, nextHref }, { now, timezone }),
    );
  }

  @Get('/:id')
  async status(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ReferralId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { status, now } = await this.find(actor, 'see-own-referrals', id);
    const { timezone } = this.settings.area;
    return this.pages.show(
      reply,
      'pages/referrals/status.njk',
      referralStatusPage(status, { now, timezone, limbName: this.limbName }),
    );
  }

  /** Whoever may log a referral may read its receipt: a first responder who took it by phone too. */
  @Get('/:id/receipt')
  async receipt(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ReferralId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { status, now } = await this.find(actor, 'log-referral', id);
    const { timezone, serviceName } = this.settings.area;
    const page = receiptPage(status, { now, timezone, serviceName, limbName: this.limbName });
    return this.pages.show(reply, 'pages/referrals/receipt.njk', page);
  }

  private async find(
    actor: StaffActor,
    act: Act,
    id: ReferralId,
  ): Promise<{ readonly status: ReferralStatus; readonly now: Instant }> {
    requireAct(actor, act);
    const { status, now } = await this.work.read(actor, async (manager, at) => ({
      status: await referralStatus(manager, id),
      now: at,
    }));
    if (status === null || !mayActOn(actor, act, status)) throw notFound();
    return { status, now };
  }
}

function nextPageOf(last: ReferralStatus | undefined): string | undefined {
  return last && `/referrals?after=${placeOf({ at: last.submittedAt, id: last.referralId })}`;
}
