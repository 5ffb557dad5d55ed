import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SubmitReferral, type SubmitOutcome } from '#libs/casework';
import { districtsOn, type AreaPack } from '#libs/config';
import { localDate, mayDo, type Instant, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound, type FieldError } from '../../errors/problem';
import { refuse, refusalErrors } from '../../errors/refusal';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { momentNow } from '../typed-moments/typed-moment.page';
import { DOOR_ERRORS, DOOR_NOTICE } from './door.copy';
import { MISSING, REFUSALS } from './door-refusals.copy';
import { BLANK_DOOR, readDoor, type DoorRaw } from './door.form';
import { doorPage, doorsPage } from './door.page';
import { nextSteps } from './door-prompts';
import { DoorSearch, typedBefore, type SearchedBefore } from './door-search';
import { doorsFor, pathwaysFor, type Door } from './doors';

/** Referrals that come in by another way than an officer's own form: one short page a door. */
@Controller('/referrals/doors')
export class DoorsController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly submitReferral: SubmitReferral,
    private readonly search: DoorSearch,
    private readonly serverKey: ServerKey,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @ForAct('use-doors')
  @Get()
  choose(
    @CurrentActor() actor: StaffActor,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> | FastifyReply {
    const doors = doorsFor(actor);
    const [only] = doors;
    if (only !== undefined && doors.length === 1)
      return this.pages.redirect(reply, `/referrals/doors/${only.key}`);
    return this.pages.show(reply, 'pages/doors/doors.njk', doorsPage(doors, pathwaysFor(actor)));
  }

  @ForAct('use-doors')
  @Get('/:door')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('door') key: string,
    @Query('search') search: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const door = this.door(actor, key);
    const before = await this.search.before(actor, { door: key, id: search });
    if (before === null && this.search.needed(actor))
      return this.pages.redirect(reply, `/people/search?door=${key}`);
    const now = await this.now(actor);
    const { timezone } = this.pack;
    const raw: DoorRaw = {
      ...BLANK_DOOR,
      ...(before && typedBefore(before)),
      ...momentNow('started', { now, timezone }),
      languageNeed: 'none',
    };
    return this.show(reply, { actor, door, raw, before, errors: [], now });
  }

  @ForAct('use-doors')
  @Post('/:door')
  async take(
    @CurrentActor() actor: StaffActor,
    @Param('door') key: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const door = this.door(actor, key);
    const now = await this.now(actor);
    const { timezone, districts, sarcLine } = this.pack;
    const codes = districtsOn(districts, localDate(now, timezone)).map(({ code }) => code);
    const form = readDoor(request.body, door, { now, timezone, districts: codes });
    const { raw, idempotencyKey } = form;
    const before = await this.search.before(actor, { door: key, id: raw.search });
    const again = (errors: readonly FieldError[]) =>
      this.show(reply, { actor, door, raw, before, errors, idempotencyKey, now });
    if (before === null && this.search.needed(actor))
      return again([{ field: 'nameToAskFor', message: DOOR_ERRORS.searchFirst }]);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome: SubmitOutcome = resultOfForm(await this.submitReferral.execute(actor, form.input, act));
    switch (outcome.kind) {
      case 'submitted': {
        await this.search.link(actor, before, outcome.referralId);
        const lines = nextSteps(form.input, { sarcLine, todayOn: localDate(now, timezone) });
        leaveNotice(request, { title: DOOR_NOTICE.title, lines });
        return this.pages.redirect(reply, `/referrals/${outcome.referralId}/receipt`);
      }
      case 'incomplete':
        return again(outcome.missing.map((answer) => MISSING[answer]));
      case 'refused':
        if (outcome.reason === 'not-allowed') return refuse(outcome, REFUSALS);
        return again(refusalErrors(outcome, REFUSALS, 'startedDay'));
    }
  }

  private door(actor: StaffActor, key: string): Door {
    const door = doorsFor(actor).find((candidate) => candidate.key === key);
    if (door === undefined) throw notFound();
    return door;
  }

  private now(actor: StaffActor): Promise<Instant> {
    return this.work.read(actor, async (_manager, at) => at);
  }

  private show(
    reply: FastifyReply,
    view: {
      actor: StaffActor;
      door: Door;
      raw: DoorRaw;
      before: SearchedBefore | null;
      errors: readonly FieldError[];
      idempotencyKey?: string;
      now: Instant;
    },
  ): Promise<FastifyReply> {
    const { actor, before, ...rest } = view;
    const page = doorPage({
      ...rest,
      sameAs: before?.sameAs ?? null,
      pack: this.pack,
      manyDoors: doorsFor(actor).length > 1,
      mayCountDeclined: mayDo(actor, 'record-declined-offer'),
    });
    return this.pages.show(reply, 'pages/doors/door.njk', page, view.errors.length === 0 ? 200 : 400);
  }
}
