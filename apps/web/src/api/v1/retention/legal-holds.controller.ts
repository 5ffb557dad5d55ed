import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { LiftHold, ReadHold, SetHold, type Repeatable } from '#libs/casework';
import type { HoldId, StaffActor } from '#libs/domain';
import { legalHolds, PostgresUnitOfWork, type RegisterPlace } from '#libs/persistence';
import { invalidInput, notFound } from '../../../errors/problem';
import { HOLD_REFUSALS, LIFT_REFUSALS, NEW_HOLD } from '../../../pages/retention/retention.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf } from '../paging/page.query.dto';
import { isLive, RegisterQuery } from '../paging/register.query.dto';
import { done } from '../requests/done';
import { inBody } from '../requests/in-body';
import { UNREADABLE } from '../requests/refusal.copy';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { resultOf } from '../requests/result-of';
import {
  LegalHoldPageView,
  LegalHoldSetView,
  LegalHoldView,
  legalHoldView,
  OpenedLegalHoldView,
} from './legal-hold.view';
import { LiftLegalHoldBody, SetLegalHoldBody } from './retention.dto';

const SET_REFUSALS = {
  ...inBody(HOLD_REFUSALS, { until: 'untilOn', reference: 'reference' }),
  unreadable: UNREADABLE,
};

@ApiTags('retention')
@ApiBearerAuth('bearer')
@Controller('/api/v1/legal-holds')
export class LegalHoldsController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly setHold: SetHold,
    private readonly liftHold: LiftHold,
    private readonly readHold: ReadHold,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-retention')
  @Answers({
    id: 'listLegalHolds',
    summary: 'Records that must not go, whatever the schedule says',
    type: LegalHoldPageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Query() query: RegisterQuery): Promise<LegalHoldPageView> {
    const [limit, live] = [limitOf(query), isLive(query)];
    const list = `legal holds ${live ? 'live' : 'ended'}`;
    const after = this.cursors.read<RegisterPlace<HoldId>>(list, query.cursor);
    const holds = await this.unitOfWork.read(actor, (manager) =>
      legalHolds(manager, { live, after, limit: limit + 1 }),
    );
    return pageOf(holds, {
      limit,
      item: (hold) => legalHoldView(hold, actor),
      cursor: ({ id, setAt, liftedAt }) => this.cursors.write(list, { id, at: liftedAt ?? setAt }),
    });
  }

  @ForAct('hold-record')
  @ActAnswers({
    id: 'setLegalHold',
    summary: 'Put the record of a case on hold',
    type: LegalHoldSetView,
    status: 201,
  })
  @Post()
  async set(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { reference, reason, note, untilOn }: SetLegalHoldBody,
  ): Promise<LegalHoldSetView> {
    const named = { reference: reference.trim().toUpperCase(), note: note.trim() };
    const input = { ...named, reason, untilOn: untilOn ?? null };
    const once = await this.setHold.execute(actor, input, repeatable);
    if (resultOf(once).kind === 'not-found')
      throw invalidInput([{ field: 'reference', message: NEW_HOLD.notThere }]);
    return { id: done(once, SET_REFUSALS).holdId };
  }

  @ForAct('hold-record')
  @Answers({
    id: 'readLegalHold',
    summary: 'One hold with its note',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: OpenedLegalHoldView,
    etag: true,
  })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedLegalHoldView> {
    const read = await this.readHold.execute(actor, id as HoldId);
    if (read.kind === 'not-found') throw notFound();
    const view = legalHoldView(read.hold, actor);
    reply.header('etag', view.etag);
    return { ...view, note: read.note };
  }

  @ForAct('hold-record')
  @ActAnswers({
    id: 'liftLegalHold',
    summary: 'Lift a hold: the record goes back to the schedule',
    type: LegalHoldView,
    ifMatch: true,
  })
  @Post('/:id/lift')
  async lift(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Body() { reason }: LiftLegalHoldBody,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<LegalHoldView> {
    const holdId = id as HoldId;
    done(await this.liftHold.execute(actor, { holdId, revision, reason }, repeatable), LIFT_REFUSALS);
    const hold = await this.unitOfWork.run(actor, (tx) => tx.holds.find(holdId));
    if (hold === null) throw notFound();
    return legalHoldView(hold, actor);
  }
}
