import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadRequest, Rectify } from '#libs/casework';
import type { InformationRequestId, StaffActor } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { refusalErrors, refuse } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { wrongFields } from '../form-acts/wrong-fields';
import { leaveNotice } from '../notices/notice';
import { readDay } from '../retention/typed-day';
import { readRevision } from '../stale-forms/read-revision';
import { FIELD_WORDS, RECTIFY, RECTIFY_ERRORS, RECTIFY_REFUSALS } from './rectify.copy';
import { REQUEST } from './request.copy';

const FIELDS = ['full-name', 'name-to-ask-for', 'date-of-birth', 'other'] as const;
const BLANK = { field: '', after: '', words: '' };

type Raw = Readonly<typeof BLANK>;

@Controller('/data-protection/requests/:id/rectify')
export class RectifyController {
  constructor(
    private readonly pages: Pages,
    private readonly readRequest: ReadRequest,
    private readonly rectify: Rectify,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('keep-data-requests')
  @Get()
  async form(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: InformationRequestId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(actor, id, { reply, raw: BLANK, errors: [] });
  }

  @ForAct('keep-data-requests')
  @Post()
  async put(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: InformationRequestId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const {
      raw,
      errors: unclean,
      idempotencyKey,
    } = readFields(request.body, {
      single: ['field', 'after', 'words', 'revision'],
    });
    const field = FIELDS.find((code) => code === raw.field);
    const errors = [...unclean, ...faultsOf(raw, field)];
    if (field === undefined || errors.length > 0)
      return this.draw(actor, id, { reply, raw, errors, idempotencyKey });
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const after = afterOf(raw.after.trim(), field);
    const input = {
      requestId: id,
      revision: readRevision(raw.revision),
      field,
      after,
      words: raw.words.trim(),
    };
    const outcome = resultOfForm(await this.rectify.execute(actor, input, act));
    switch (outcome.kind) {
      case 'rectified':
        leaveNotice(request, {
          title: RECTIFY.saved,
          lines: outcome.childNow ? [RECTIFY.childNow] : [],
        });
        return this.pages.redirect(reply, `/data-protection/requests/${id}`);
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: REQUEST.changed });
      case 'refused':
        if (RECTIFY_REFUSALS[outcome.reason].field === undefined) return refuse(outcome, RECTIFY_REFUSALS);
        return this.draw(actor, id, {
          reply,
          raw,
          errors: refusalErrors(outcome, RECTIFY_REFUSALS, 'after'),
          idempotencyKey,
        });
    }
  }

  private async draw(
    actor: StaffActor,
    id: InformationRequestId,
    form: { reply: FastifyReply; raw: Raw; errors: readonly FieldError[]; idempotencyKey?: string },
  ): Promise<FastifyReply> {
    const read = await this.readRequest.execute(actor, id);
    if (
      read.kind === 'not-found' ||
      read.request.kind !== 'rectification' ||
      read.request.state !== 'searching'
    ) {
      throw notFound();
    }
    const { reply, raw, errors, idempotencyKey } = form;
    const page = {
      ...RECTIFY,
      reference: read.request.reference,
      back: `/data-protection/requests/${id}`,
      action: `/data-protection/requests/${id}/rectify`,
      revision: read.request.revision,
      asked: read.words?.words ?? REQUEST.unreadable,
      fields: FIELDS.map((value) => ({ value, text: FIELD_WORDS[value] })),
      raw,
      errors,
      wrong: wrongFields(errors),
      idempotencyKey,
    };
    return this.pages.show(reply, 'pages/data-protection/rectify.njk', page, errors.length === 0 ? 200 : 400);
  }
}

/** A birth as it is kept; a name as it was typed. */
function afterOf(typed: string, field: (typeof FIELDS)[number]): string | null {
  if (typed === '') return null;
  return field === 'date-of-birth' ? (birthOf(typed) ?? typed) : typed;
}

function birthOf(typed: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[ ./-](\d{1,2})[ ./-](\d{4})$/.exec(typed) ?? [];
  const read = readDay({ day, month, year });
  return typeof read === 'string' ? undefined : read.on;
}

function faultsOf(raw: Raw, field: string | undefined): readonly FieldError[] {
  return [
    ...(field === undefined ? [{ field: 'field', message: RECTIFY_ERRORS.field }] : []),
    ...(field === 'other' && raw.after.trim() !== ''
      ? [{ field: 'after', message: RECTIFY_ERRORS.other }]
      : []),
    ...(field === 'date-of-birth' && raw.after.trim() !== '' && birthOf(raw.after.trim()) === undefined
      ? [{ field: 'after', message: RECTIFY_ERRORS.birth }]
      : []),
    ...(raw.words.trim() === '' ? [{ field: 'words', message: RECTIFY_ERRORS.words }] : []),
    ...(raw.words.length > 2_000 || raw.after.length > 200
      ? [{ field: 'words', message: RECTIFY_ERRORS.tooLong }]
      : []),
  ];
}
