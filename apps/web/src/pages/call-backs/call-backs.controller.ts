import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PromiseCallBack } from '#libs/casework';
import type { AttemptId, CaseId, Instant, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { refusalErrors, refuse } from '../../errors/refusal';
import { timeInWords } from '../../formatting/moments';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { callWindowInWords } from '../board/call-window';
import { caseFrame } from '../cases/case-frame.page';
import { CaseReading, type ContactParts } from '../cases/case-reading';
import { FLAG_WORDS } from '../cases/contact-standing.copy';
import { resultOfForm } from '../form-acts/form-act';
import { wrongFields } from '../form-acts/wrong-fields';
import { leaveNotice, takeNotice, type Notice } from '../notices/notice';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { momentNow, momentView } from '../typed-moments/typed-moment.page';
import { CALL_BACK, CALL_BACK_REFUSALS, WHEN } from './call-back.copy';

const TEMPLATE = 'pages/call-backs/new.njk';
const SINGLE = [...momentNames('call'), 'attempt'] as const;
type Raw = Fields<(typeof SINGLE)[number]>;

@Controller('/cases/:id/call-backs/new')
export class CallBacksController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly promise: PromiseCallBack,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('promise-call-back')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Query('attempt') attempt: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.cases.contact(actor, 'promise-call-back', id);
    const raw = {
      ...momentNow('call', parts),
      callTime: '',
      attempt: attemptIn(parts, attempt) ?? '',
    };
    const state = { raw, errors: [], notice: takeNotice(request) };
    return this.pages.show(reply, TEMPLATE, callBackPage(parts, state));
  }

  @ForAct('promise-call-back')
  @Post()
  async save(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.cases.contact(actor, 'promise-call-back', id);
    const { timezone } = parts;
    const { raw, errors: unclean, idempotencyKey } = readFields(request.body, { single: SINGLE });
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(
        reply,
        TEMPLATE,
        callBackPage(parts, { raw, errors, notice: null, idempotencyKey }),
        400,
      );
    const moment = readMoment(raw, { prefix: 'call', words: WHEN, timezone });
    if (moment.kind === 'invalid') return again([...unclean, ...moment.errors]);
    if (unclean.length > 0) return again(unclean);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { caseId: id, at: moment.at, attemptId: attemptIn(parts, raw.attempt) };
    const outcome = resultOfForm(await this.promise.execute(actor, input, act));
    switch (outcome.kind) {
      case 'promised':
        leaveNotice(request, promisedNotice(moment.at, { flags: outcome.flags, timezone }));
        return this.pages.redirect(reply, `/cases/${id}`);
      case 'not-found':
        throw notFound();
      case 'refused':
        if (outcome.reason === 'case-closed') return refuse(outcome, CALL_BACK_REFUSALS);
        return again(refusalErrors(outcome, CALL_BACK_REFUSALS, 'callDay'));
    }
  }
}

function callBackPage(
  parts: ContactParts,
  state: { raw: Raw; errors: readonly FieldError[]; notice: Notice | null; idempotencyKey?: string },
) {
  const { summary, now, timezone } = parts;
  return {
    ...CALL_BACK,
    ...state,
    wrong: wrongFields(state.errors),
    frame: caseFrame(parts, 'call'),
    action: `/cases/${summary.caseId}/call-backs/new`,
    window: callWindowInWords(summary.card.windows, { now, timezone }),
    when: momentView('call', { ...WHEN, raw: state.raw, errors: state.errors }),
  };
}

function promisedNotice(
  at: Instant,
  { flags, timezone }: { flags: readonly (keyof typeof FLAG_WORDS)[]; timezone: string },
): Notice {
  const lines = [`${timeInWords(at, timezone)}.`, ...flags.map((flag) => FLAG_WORDS[flag])];
  return { title: CALL_BACK.saved, lines };
}

/** The attempt at which they asked, when it is one of this case. */
function attemptIn({ contact }: ContactParts, asked: unknown): AttemptId | null {
  return contact.attempts.find(({ id }) => id === asked)?.id ?? null;
}
