import { Body, Controller, Get, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { KeepRota, type Repeatable, type RotaChange } from '#libs/casework';
import { instant, type ShiftId, type StaffActor, type UserId } from '#libs/domain';
import { PostgresUnitOfWork, rotaPeople } from '#libs/persistence';
import { invalidInput, notFound } from '../../../errors/problem';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { ROTA_REFUSALS } from './rota.copy';
import { RotaQuery, ShiftBody } from './rota.dto';
import { RotaView, rotaView, ShiftKeptView } from './rota.view';

const LONGEST_SPAN = 28 * 24 * 60 * 60 * 1000;

@ApiTags('rota')
@ApiBearerAuth('bearer')
@Controller('/api/v1/rota')
export class RotaController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly keepRota: KeepRota,
  ) {}

  @ForAct('see-rota')
  @Answers({
    id: 'readRota',
    summary: 'Who is on call, and when nobody is',
    type: RotaView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async read(@CurrentActor() actor: StaffActor, @Query() query: RotaQuery): Promise<RotaView> {
    const span = { fromAt: instant(query.from), toAt: instant(query.to) };
    if (span.toAt <= span.fromAt || span.toAt - span.fromAt > LONGEST_SPAN)
      throw invalidInput([{ field: 'to', message: 'to must be after from, by four weeks at the most' }]);
    const read = await this.unitOfWork.run(actor, async (tx) => {
      const { teamId, agencyId } = await tx.referrals.desk();
      if (agencyId !== actor.agencyId) throw notFound();
      const onCall = await tx.onCall.onCallAt({ teamId, at: tx.now });
      return { now: tx.now, onCall, shifts: await tx.onCall.shiftsOf({ teamId, ...span }) };
    });
    const people = await this.unitOfWork.read(actor, rotaPeople);
    return rotaView({ ...read, people }, { actor, span });
  }

  @ForAct('keep-rota')
  @ActAnswers({ id: 'addShift', summary: 'Put somebody on call', type: ShiftKeptView, status: 201 })
  @Post('/shifts')
  add(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: ShiftBody,
  ): Promise<ShiftKeptView> {
    return this.keep(actor, { kind: 'add', shift: shiftIn(body) }, repeatable);
  }

  @ForAct('keep-rota')
  @ActAnswers({
    id: 'changeShift',
    summary: 'Change a shift',
    type: ShiftKeptView,
    ifMatch: true,
  })
  @Post('/shifts/:id')
  change(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() body: ShiftBody,
  ): Promise<ShiftKeptView> {
    const change = { kind: 'change', shiftId: id as ShiftId, revision, shift: shiftIn(body) } as const;
    return this.keep(actor, change, repeatable);
  }

  @ForAct('keep-rota')
  @UseInterceptors(NoBody)
  @ActAnswers({ id: 'removeShift', summary: 'Take a shift off the rota', type: ShiftKeptView, ifMatch: true })
  @Post('/shifts/:id/remove')
  remove(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<ShiftKeptView> {
    return this.keep(actor, { kind: 'remove', shiftId: id as ShiftId, revision }, repeatable);
  }

  private async keep(actor: StaffActor, change: RotaChange, repeatable: Repeatable): Promise<ShiftKeptView> {
    const { shiftId } = done(await this.keepRota.execute(actor, change, repeatable), ROTA_REFUSALS);
    return { shiftId };
  }
}

function shiftIn({ userId, fromAt, toAt }: ShiftBody) {
  return { userId: userId as UserId, fromAt: instant(fromAt), toAt: instant(toAt) };
}
