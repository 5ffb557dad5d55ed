import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReferOnOwnPathway, type OwnPathwayOutcome } from '#libs/casework';
import { districtsOn, type AreaPack } from '#libs/config';
import { localDate, OWN_PATHWAYS, type Instant, type OwnPathwayKind, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound, type FieldError } from '../../errors/problem';
import { refusalErrors } from '../../errors/refusal';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { MISSING, REFUSALS } from '../doors/door-refusals.copy';
import { doorsFor } from '../doors/doors';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { momentNow } from '../typed-moments/typed-moment.page';
import { PATHWAY_PAGE, PATHWAY_REFUSALS } from './pathway.copy';
import { BLANK_PATHWAY, readPathway, type PathwayRaw } from './pathway.form';
import { pathwayPage } from './pathway.page';

interface Shown {
  readonly actor: StaffActor;
  readonly kind: OwnPathwayKind;
  readonly raw: PathwayRaw;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
  readonly now: Instant;
}

/** Referrals of people whom nobody finds by a name: supporters, and those who stay anonymous. Nobody is looked up first. */
@Controller('/referrals/pathways/:kind')
export class PathwaysController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly refer: ReferOnOwnPathway,
    private readonly serverKey: ServerKey,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @ForAct('open-own-pathway')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('kind') key: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const kind = this.kindFor(actor, key);
    const now = await this.now(actor);
    const raw = { ...BLANK_PATHWAY, ...momentNow('started', { now, timezone: this.pack.timezone }) };
    return this.show(reply, { actor, kind, raw, errors: [], now });
  }

  @ForAct('open-own-pathway')
  @Post()
  async take(
    @CurrentActor() actor: StaffActor,
    @Param('kind') key: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const kind = this.kindFor(actor, key);
    const now = await this.now(actor);
    const { timezone, districts: all } = this.pack;
    const districts = districtsOn(all, localDate(now, timezone)).map(({ code }) => code);
    const door = this.door(actor);
    const form = readPathway(request.body, { kind, door, context: { now, timezone, districts } });
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.show(reply, { actor, kind, raw, errors, idempotencyKey, now });
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome: OwnPathwayOutcome = resultOfForm(await this.refer.execute(actor, form.input, act));
    switch (outcome.kind) {
      case 'submitted':
        leaveNotice(request, { title: PATHWAY_PAGE[kind].saved, lines: [] });
        return this.pages.redirect(reply, `/referrals/${outcome.referralId}/receipt`);
      case 'incomplete':
        return again(outcome.missing.map((answer) => MISSING[answer]));
      case 'refused':
        return again(refusalErrors(outcome, { ...REFUSALS, ...PATHWAY_REFUSALS }, 'age'));
    }
  }

  private kindFor(actor: StaffActor, key: string): OwnPathwayKind {
    const kind = OWN_PATHWAYS.find((one) => one === key);
    if (kind === undefined || (kind === 'supporter' && this.door(actor).source !== 'self')) throw notFound();
    return kind;
  }

  /** A responder keys what the person says; the referral centre refers for those who came to it. */
  private door(actor: StaffActor) {
    const doors = doorsFor(actor);
    const door =
      doors.find(({ source }) => source === 'self') ?? doors.find(({ source }) => source === 'sarc');
    if (door === undefined) throw notFound();
    return { ...door, asksWho: null, asksAgreement: false, asksWhoseNumber: false, needsDistrict: false };
  }

  private now(actor: StaffActor): Promise<Instant> {
    return this.work.read(actor, async (_manager, at) => at);
  }

  private show(reply: FastifyReply, { actor, ...shown }: Shown): Promise<FastifyReply> {
    const page = pathwayPage({ ...shown, door: this.door(actor), pack: this.pack });
    return this.pages.show(reply, 'pages/support/pathway.njk', page, shown.errors.length === 0 ? 200 : 400);
  }
}
