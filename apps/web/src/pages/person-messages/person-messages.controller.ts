import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CancelMessage, QueueMessage } from '#libs/casework';
import type { CaseId, PersonMessageId, StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { refuse, whatToPutRight } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { momentNow } from '../typed-moments/typed-moment.page';
import { waysOf } from './message-ways';
import { MessagesReading } from './messages-reading';
import { CANCEL_REFUSALS, MESSAGES, QUEUE_REFUSALS, WHEN } from './person-message.copy';
import { messagesPage } from './person-messages.page';

const TEMPLATE = 'pages/person-messages/messages.njk';
const SINGLE = [...momentNames('about'), 'route'] as const;

/** What is written to the person of a case: one approved text, to a way they said is safe. */
@Controller('/cases/:id/messages')
export class PersonMessagesController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: MessagesReading,
    private readonly queueMessage: QueueMessage,
    private readonly cancelMessage: CancelMessage,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('see-safety-reviews')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.reading.of(actor, 'see-safety-reviews', id);
    const raw = { ...momentNow('about', parts), aboutTime: '', route: '' };
    const page = messagesPage(parts, { raw, errors: [], notice: takeNotice(request) });
    return this.pages.show(reply, TEMPLATE, page);
  }

  @ForAct('send-message')
  @Post()
  async send(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.reading.of(actor, 'send-message', id);
    const { raw, errors: unclean, idempotencyKey } = readFields(request.body, { single: SINGLE });
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(
        reply,
        TEMPLATE,
        messagesPage(parts, { raw, errors, notice: null, idempotencyKey }),
        400,
      );
    const moment = readMoment(raw, { prefix: 'about', words: WHEN, timezone: parts.timezone });
    const way = waysOf(parts.summary.card, parts).find(({ value }) => value === raw.route);
    const errors = [
      ...unclean,
      ...(way === undefined ? [{ field: 'route', message: MESSAGES.chooseMissing }] : []),
      ...(moment.kind === 'invalid' ? moment.errors : []),
    ];
    if (errors.length > 0 || way === undefined || moment.kind === 'invalid') return again(errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const { routeId, channel } = way;
    const input = { caseId: id, routeId, channel, kind: 'appointment', aboutAt: moment.at } as const;
    const outcome = resultOfForm(await this.queueMessage.execute(actor, input, act));
    switch (outcome.kind) {
      case 'queued':
        leaveNotice(request, MESSAGES.saved);
        return this.pages.redirect(reply, `/cases/${id}/messages`);
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(whatToPutRight(outcome, QUEUE_REFUSALS));
    }
  }

  @ForAct('send-message')
  @Post('/:messageId/cancel')
  async cancel(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @Param('messageId', SafeIdPipe) messageId: PersonMessageId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey: key } = readFields(request.body, { single: [] });
    const act = this.serverKey.repeatable('form', { request, key, content: raw });
    const outcome = resultOfForm(await this.cancelMessage.execute(actor, { caseId, messageId }, act));
    switch (outcome.kind) {
      case 'cancelled':
        leaveNotice(request, MESSAGES.cancelled);
        return this.pages.redirect(reply, `/cases/${caseId}/messages`);
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(outcome, CANCEL_REFUSALS);
    }
  }
}
