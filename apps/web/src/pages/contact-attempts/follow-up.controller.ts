import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FollowUpConversation, type FollowUpOutcome } from '#libs/casework';
import {
  ELEMENT_ANSWERS,
  IDENTITY_ANSWERS,
  isConversation,
  PROMISED_ELEMENTS,
  type AttemptId,
  type CaseId,
  type StaffActor,
} from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { caseFrame } from '../cases/case-frame.page';
import { CaseReading, type ContactParts } from '../cases/case-reading';
import { ANSWER_WORDS, ELEMENT_WORDS } from '../cases/contact-standing.copy';
import { resultOfForm } from '../form-acts/form-act';
import { wrongFields } from '../form-acts/wrong-fields';
import { leaveNotice, takeNotice, type Notice } from '../notices/notice';
import { FOLLOW_UP, FOLLOW_UP_REFUSALS, FOLLOW_UP_SAVED, IDENTITY_WORDS } from './follow-up.copy';
import { BLANK_FOLLOW_UP, readFollowUp, type FollowUpRaw } from './follow-up.form';

const TEMPLATE = 'pages/contact-attempts/follow-up.njk';

@Controller('/cases/:id/attempts/:attemptId/follow-up')
export class FollowUpController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly followUp: FollowUpConversation,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('record-attempt')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('attemptId', SafeIdPipe) attemptId: AttemptId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.parts(actor, id, attemptId);
    const state = { raw: BLANK_FOLLOW_UP, errors: [], notice: takeNotice(request) };
    return this.pages.show(reply, TEMPLATE, followUpPage(parts, attemptId, state));
  }

  @ForAct('record-attempt')
  @Post()
  async save(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('attemptId', SafeIdPipe) attemptId: AttemptId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.parts(actor, id, attemptId);
    const form = readFollowUp(request.body);
    const { raw, idempotencyKey } = form;
    if (form.kind === 'invalid') {
      const state = { raw, errors: form.errors, notice: null, idempotencyKey };
      return this.pages.show(reply, TEMPLATE, followUpPage(parts, attemptId, state), 400);
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const stillSafe = raw.stillSafe === 'yes';
    const input = { caseId: id, attemptId, conversation: form.conversation, stillSafe };
    const outcome = resultOfForm(await this.followUp.execute(actor, input, act));
    switch (outcome.kind) {
      case 'followed-up':
        leaveNotice(request, noticeOf(outcome));
        return this.pages.redirect(reply, `/cases/${id}`);
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(outcome, FOLLOW_UP_REFUSALS);
    }
  }

  /** An attempt of another case, or one in which nobody spoke, has no such page. */
  private async parts(actor: StaffActor, id: CaseId, attemptId: AttemptId): Promise<ContactParts> {
    const parts = await this.cases.contact(actor, 'record-attempt', id);
    const attempt = parts.contact.attempts.find((each) => each.id === attemptId);
    if (attempt === undefined || !isConversation(attempt.outcome)) throw notFound();
    return parts;
  }
}

function followUpPage(
  parts: ContactParts,
  attemptId: AttemptId,
  state: {
    raw: FollowUpRaw;
    errors: readonly FieldError[];
    notice: Notice | null;
    idempotencyKey?: string;
  },
) {
  return {
    ...FOLLOW_UP,
    ...state,
    wrong: wrongFields(state.errors),
    frame: caseFrame(parts, 'call'),
    action: `/cases/${parts.summary.caseId}/attempts/${attemptId}/follow-up`,
    identities: IDENTITY_ANSWERS.map((value) => ({ value, text: IDENTITY_WORDS[value] })),
    elements: PROMISED_ELEMENTS.map((name) => ({
      name,
      legend: ELEMENT_WORDS[name],
      value: state.raw[name],
      items: ELEMENT_ANSWERS.map((value) => ({ value, text: ANSWER_WORDS[value] })),
    })),
  };
}

function noticeOf({ counts, waitsForCheck }: Extract<FollowUpOutcome, { kind: 'followed-up' }>): Notice {
  if (!counts) return FOLLOW_UP_SAVED.unsure;
  return waitsForCheck ? FOLLOW_UP_SAVED.waits : FOLLOW_UP_SAVED.counts;
}
