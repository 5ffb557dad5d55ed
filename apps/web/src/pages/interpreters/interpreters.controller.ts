import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RecordInterpreterBooking } from '#libs/casework';
import { INTERPRETER_GENDERS, LANGUAGES, type CaseId, type StaffActor } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { momentInWords } from '../../formatting/moments';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { caseFrame } from '../cases/case-frame.page';
import { CaseReading, type ContactParts } from '../cases/case-reading';
import { resultOfForm } from '../form-acts/form-act';
import { wrongFields } from '../form-acts/wrong-fields';
import { leaveNotice } from '../notices/notice';
import { momentNow, momentView } from '../typed-moments/typed-moment.page';
import { BOOKING_REFUSALS, FOR_WHEN, GENDER_WORDS, INTERPRETER, LANGUAGE_NAMES } from './interpreter.copy';
import { readBooking, type BookingRaw } from './interpreter.form';

const TEMPLATE = 'pages/interpreters/new.njk';

@Controller('/cases/:id/interpreter')
export class InterpretersController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly record: RecordInterpreterBooking,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('book-interpreter')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.cases.contact(actor, 'book-interpreter', id);
    const before = parts.contact.bookings.at(-1);
    const raw = {
      ...momentNow('for', parts),
      language: before?.language ?? (parts.summary.intake.languageNeed === 'bsl' ? 'bsl' : ''),
      gender: before?.gender ?? '',
      outsideCommunity: before?.outsideCommunity ? 'yes' : '',
      outcome: '',
    };
    return this.pages.show(reply, TEMPLATE, bookingPage(parts, { raw, errors: [] }));
  }

  @ForAct('book-interpreter')
  @Post()
  async save(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.cases.contact(actor, 'book-interpreter', id);
    const form = readBooking(request.body, parts.timezone);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, bookingPage(parts, { raw, errors, idempotencyKey }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.record.execute(actor, { ...form.input, caseId: id }, act));
    switch (outcome.kind) {
      case 'recorded':
        leaveNotice(
          request,
          form.input.forAt === null
            ? { title: INTERPRETER.savedNone, lines: [INTERPRETER.savedNoneNext] }
            : { title: INTERPRETER.saved, lines: [] },
        );
        return this.pages.redirect(reply, `/cases/${id}`);
      case 'not-found':
        throw notFound();
      case 'refused':
        return again(whatToPutRight(outcome, BOOKING_REFUSALS));
    }
  }
}

function bookingPage(
  parts: ContactParts,
  state: { raw: BookingRaw; errors: readonly FieldError[]; idempotencyKey?: string },
) {
  const { contact, now, timezone } = parts;
  return {
    ...INTERPRETER,
    ...state,
    wrong: wrongFields(state.errors),
    frame: caseFrame(parts, 'call'),
    action: `/cases/${parts.summary.caseId}/interpreter`,
    languages: [
      { value: '', text: 'Choose a language' },
      ...LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value] })),
    ],
    genders: INTERPRETER_GENDERS.map((value) => ({ value, text: GENDER_WORDS[value] })),
    results: Object.entries(INTERPRETER.outcomes).map(([value, text]) => ({ value, text })),
    when: momentView('for', { ...FOR_WHEN, raw: state.raw, errors: state.errors }),
    bookings: contact.bookings.toReversed().map(({ language, forAt, recordedAt }) => ({
      language: LANGUAGE_NAMES[language],
      when: forAt === null ? INTERPRETER.outcomes['none-available'] : momentInWords(forAt, { now, timezone }),
      recorded: momentInWords(recordedAt, { now, timezone }),
    })),
  };
}
