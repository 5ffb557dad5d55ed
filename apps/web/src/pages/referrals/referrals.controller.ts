import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcknowledgeRisk } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import { mayActOn, mayDo, type Act, type Instant, type ReferralId, type StaffActor } from '#libs/domain';
import {
  ownDrafts,
  policeTaskCounts,
  PostgresUnitOfWork,
  receiptProof,
  referralStatus,
  referralStatuses,
  statementsOf,
  urgentPageOf,
  type ReferralStatus,
} from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { readFields } from '../../request-reading/read-fields';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { sendFile } from '../form-acts/send-file';
import { pageOf, placeOf, readPlace, ROWS_READ } from '../list-places/place';
import { leaveNotice, takeNotice } from '../notices/notice';
import { limbNamesOf, type LimbNameOf } from '../promise-words/limb-words';
import { URGENT } from './referral-status.copy';
import { receiptPage, referralListPage, referralStatusPage, type MayDoHere } from './referral-status.page';

@Controller('/referrals')
export class ReferralsController {
  private readonly limbName: LimbNameOf;

  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly acknowledgeRisk: AcknowledgeRisk,
    private readonly serverKey: ServerKey,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {
    this.limbName = limbNamesOf(pack.policies);
  }

  @ForAct('see-own-referrals')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = readPlace<ReferralId>(after);
    const cursor = place && { submittedAt: place.at, referralId: place.id };
    const drafting = mayDo(actor, 'keep-draft');
    const { found, drafts, tasks, now } = await this.work.read(actor, async (manager, at) => ({
      found: await referralStatuses(manager, { after: cursor, limit: ROWS_READ }),
      drafts: drafting ? await ownDrafts(manager) : [],
      tasks: drafting ? await policeTaskCounts(manager) : null,
      now: at,
    }));
    const { rows, nextPath: nextHref } = pageOf(found, {
      path: '/referrals',
      after: ({ submittedAt: at, referralId: id }) => placeOf({ at, id }),
    });
    const { timezone } = this.pack;
    const list = { rows, drafts, nextHref, tasks, logHref: logHrefOf(actor) };
    const page = { ...referralListPage(list, { now, timezone }), notice: takeNotice(request) };
    return this.pages.show(reply, 'pages/referrals/list.njk', page);
  }

  @ForAct('see-own-referrals')
  @Get('/:id')
  async status(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ReferralId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { status, now } = await this.find(actor, 'see-own-referrals', id);
    const { timezone } = this.pack;
    return this.pages.show(
      reply,
      'pages/referrals/status.njk',
      referralStatusPage(status, mayHere(actor, status), { now, timezone, limbName: this.limbName }),
    );
  }

  /** Whoever may log a referral may read its receipt: a first responder who took it by phone too. */
  @ForAct('log-referral')
  @Get('/:id/receipt')
  async receipt(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ReferralId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { status, now } = await this.find(actor, 'log-referral', id);
    const { urgentPage, proof } = await this.work.read(actor, async (manager) => ({
      urgentPage: await urgentPageOf(manager, id),
      proof: await receiptProof(statementsOf(manager), {
        referralId: id,
        reference: status.reference,
        withRow: false,
      }),
    }));
    const { timezone, serviceName, sarcLine } = this.pack;
    const time = { now, timezone, serviceName, sarcLine, limbName: this.limbName };
    const around = { urgentPage, may: mayHere(actor, status) };
    const proofHref = proof.kind === 'proof' ? `/referrals/${id}/receipt/proof` : null;
    const page = { ...receiptPage(status, around, time), logHref: logHrefOf(actor), proofHref };
    return this.pages.show(reply, 'pages/referrals/receipt.njk', { ...page, notice: takeNotice(request) });
  }

  /** A file that proves, without this service, that the referral is in the journal: for the team that made it. */
  @ForAct('log-referral')
  @Get('/:id/receipt/proof')
  async proof(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ReferralId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { status } = await this.find(actor, 'log-referral', id);
    const { reference } = status;
    const answer = await this.work.read(actor, (manager) =>
      receiptProof(statementsOf(manager), { referralId: id, reference, withRow: false }),
    );
    if (answer.kind !== 'proof') throw notFound();
    return sendFile(reply, `receipt-${reference}.json`, answer.proof);
  }

  /** "I still hold the risk": nobody was on call, or nobody has answered yet. */
  @ForAct('acknowledge-risk')
  @Post('/:id/risk')
  async holdRisk(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ReferralId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { idempotencyKey } = readFields(request.body, { single: [] });
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: {} });
    const outcome = resultOfForm(await this.acknowledgeRisk.execute(actor, id, act));
    if (outcome.kind === 'not-found') throw notFound();
    leaveNotice(request, URGENT.saved);
    return this.pages.redirect(reply, `/referrals/${id}/receipt`);
  }

  private async find(
    actor: StaffActor,
    act: Act,
    id: ReferralId,
  ): Promise<{ readonly status: ReferralStatus; readonly now: Instant }> {
    const { status, now } = await this.work.read(actor, async (manager, at) => ({
      status: await referralStatus(manager, id),
      now: at,
    }));
    if (status === null || !mayActOn(actor, act, status)) throw notFound();
    return { status, now };
  }
}

function mayHere(actor: StaffActor, status: ReferralStatus): MayDoHere {
  const may = (act: Act) => mayActOn(actor, act, status);
  return {
    follow: may('see-own-referrals'),
    correct: may('ask-corrected-start'),
    keepTrack: may('keep-own-track'),
  };
}

function logHrefOf(actor: StaffActor): string {
  return mayDo(actor, 'keep-draft') ? '/referrals/new' : '/referrals/doors';
}
