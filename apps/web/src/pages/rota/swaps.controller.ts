import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswerSwap, AskSwap, type SwapAnswer } from '#libs/casework';
import type { OnCallShift, ShiftId, StaffActor, SwapId, UserId } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { refuse, whatToPutRight } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { RotaReading } from './rota-reading';
import { ANSWER_REFUSALS, ASK_REFUSALS, SWAP } from './swap.copy';
import { askSwapPage } from './swaps.page';

const DONE: Readonly<
  Record<SwapAnswer['answer'], { readonly title: string; readonly lines: readonly string[] }>
> = {
  accept: SWAP.accepted,
  decline: SWAP.declined,
  withdraw: SWAP.withdrawn,
};

/** Asks a colleague to take a shift, and answers that. Nothing of the rota moves before they accept. */
@Controller('/rota')
export class SwapsController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: RotaReading,
    private readonly askSwap: AskSwap,
    private readonly answerSwap: AnswerSwap,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('swap-shift')
  @Get('/shifts/:id/swap')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const shift = await this.own(actor, id);
    return this.draw(reply, actor, { shift, raw: { to: '', revision: String(shift.revision) }, errors: [] });
  }

  @ForAct('swap-shift')
  @Post('/shifts/:id/swap')
  async ask(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const shift = await this.own(actor, id);
    const { raw, idempotencyKey } = readFields(request.body, { single: ['to', 'revision'] });
    const again = (errors: readonly FieldError[]) =>
      this.draw(reply, actor, { shift, raw, errors, idempotencyKey });
    if (!isSafeId(raw.to)) return again([{ field: 'to', message: SWAP.whoMissing }]);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const asked = {
      shiftId: shift.id,
      revision: readRevision(raw.revision),
      toUserId: raw.to as string as UserId,
    };
    const outcome = resultOfForm(await this.askSwap.execute(actor, asked, act));
    switch (outcome.kind) {
      case 'asked':
        leaveNotice(request, SWAP.asked);
        return this.pages.redirect(reply, '/rota');
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: SWAP.stale });
      case 'refused':
        return again(whatToPutRight(outcome, ASK_REFUSALS));
    }
  }

  @ForAct('swap-shift')
  @Post('/swaps/:id/:answer')
  @HttpCode(303)
  async answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Param('answer') typed: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const answer = (['accept', 'decline', 'withdraw'] as const).find((code) => code === typed);
    if (answer === undefined) throw notFound();
    const { raw, idempotencyKey: key } = readFields(request.body, { single: [] });
    const act = this.serverKey.repeatable('form', { request, key, content: raw });
    const outcome = resultOfForm(await this.answerSwap.execute(actor, { swapId: id as SwapId, answer }, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return refuse(outcome, ANSWER_REFUSALS);
    leaveNotice(request, DONE[answer]);
    return this.pages.redirect(reply, '/rota');
  }

  /** Only whoever holds a shift asks somebody to take it. */
  private async own(actor: StaffActor, id: string): Promise<OnCallShift> {
    const shift = await this.reading.shift(actor, id as ShiftId);
    if (shift.userId !== actor.userId) throw notFound();
    return shift;
  }

  private async draw(
    reply: FastifyReply,
    actor: StaffActor,
    state: {
      readonly shift: OnCallShift;
      readonly raw: { readonly to: string; readonly revision: string };
      readonly errors: readonly FieldError[];
      readonly idempotencyKey?: string;
    },
  ): Promise<FastifyReply> {
    const who = await this.reading.people(actor);
    const { timezone } = this.settings.area;
    const page = askSwapPage({ ...state, ...who, reader: actor.userId, timezone });
    return this.pages.show(reply, 'pages/rota/swap.njk', page, state.errors.length > 0 ? 400 : 200);
  }
}
