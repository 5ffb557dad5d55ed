import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswerEquality, ReadEquality } from '#libs/casework';
import {
  EQUALITY_QUESTION_CODES,
  EQUALITY_QUESTIONS,
  equalityNow,
  mayDo,
  NO_ANSWERS,
  type CaseId,
  type EqualityAnswer,
  type EqualityQuestion,
  type StaffActor,
} from '#libs/domain';
import { notFound } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { oneOf, type Question } from '../case-records/field-kinds';
import { recordForm } from '../case-records/record-form';
import { RecordPages, type FormPlace } from '../case-records/record-pages';
import type { CaseForm } from '../support/case-form';
import { ANSWER_WORDS, EQUALITY, EQUALITY_FORM, EQUALITY_REFUSALS, QUESTION_WORDS } from './equality.copy';

type Answers = Readonly<Record<EqualityQuestion, EqualityAnswer>>;

/** The equality questions of one person: asked and read by responders alone. */
@Controller('/cases/:id/equality')
export class EqualityController {
  constructor(
    private readonly records: RecordPages,
    private readonly read: ReadEquality,
    private readonly answer: AnswerEquality,
  ) {}

  @ForAct('see-equality')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.records.parts(actor, 'see-equality', id);
    const now = await this.now(actor, id);
    const view = {
      title: EQUALITY.title,
      intro: EQUALITY.intro,
      acts: mayDo(actor, 'ask-equality') ? [{ text: EQUALITY.ask, href: `/cases/${id}/equality/new` }] : [],
      sections: [
        {
          title: EQUALITY.section,
          columns: EQUALITY.columns,
          nothing: EQUALITY.nothing,
          rows: EQUALITY_QUESTION_CODES.map((question) => ({
            cells: [QUESTION_WORDS[question], ANSWER_WORDS[now[question]]],
            acts: [],
          })),
        },
      ],
    };
    return this.records.list(reply, { request, parts, view });
  }

  @ForAct('ask-equality')
  @Get('/new')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.open(reply, await this.place(actor, id));
  }

  @ForAct('ask-equality')
  @Post('/new')
  async send(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.send(reply, request, await this.place(actor, id));
  }

  private async now(actor: StaffActor, id: CaseId): Promise<Answers> {
    const found = await this.read.execute(actor, id);
    if (found.kind === 'not-found') throw notFound();
    return equalityNow(found.entries);
  }

  private async place(actor: StaffActor, id: CaseId): Promise<FormPlace> {
    const context = await this.records.context(actor, 'ask-equality', id);
    const path = `/cases/${id}/equality`;
    const form = equalityForm(this.answer, await this.now(actor, id));
    const back = { href: path, text: EQUALITY.title };
    return { form, context, action: `${path}/new`, back, revision: null };
  }
}

function equalityForm(answer: AnswerEquality, now: Answers): CaseForm {
  const questions = Object.fromEntries(
    EQUALITY_QUESTION_CODES.map((question) => {
      const legend = QUESTION_WORDS[question];
      const codes: readonly EqualityAnswer[] = [...EQUALITY_QUESTIONS[question], ...NO_ANSWERS];
      const missing = EQUALITY_FORM.missing(legend);
      return [question, oneOf(codes, { legend, words: ANSWER_WORDS, missing, start: now[question] })];
    }),
  ) as Readonly<Record<EqualityQuestion, Question<EqualityAnswer>>>;
  return recordForm({
    ...EQUALITY_FORM,
    act: 'ask-equality',
    questions,
    save: ({ actor, caseId }, answers, { act }) => answer.execute(actor, { caseId, answers }, act),
    refusals: EQUALITY_REFUSALS,
  });
}
