import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RecordFeedback } from '#libs/casework';
import {
  FEEDBACK_ABOUT,
  FEEDBACK_ANSWERS,
  FEEDBACK_CONSENTS,
  FEEDBACK_POINTS,
  FEEDBACK_QUESTIONS,
  mayDo,
  type CaseId,
  type FeedbackAnswer,
  type FeedbackQuestion,
  type PersonFeedback,
  type StaffActor,
} from '#libs/domain';
import { feedbackOfCase, PostgresUnitOfWork } from '#libs/persistence';
import { momentInWords } from '../../formatting/moments';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { moment, oneOf, type Question } from '../case-records/field-kinds';
import { recordForm } from '../case-records/record-form';
import { RecordPages, type FormPlace, type RecordsView } from '../case-records/record-pages';
import type { FrameParts } from '../cases/case-frame.page';
import type { CaseForm } from '../support/case-form';
import {
  ABOUT_WORDS,
  ANSWER_WORDS,
  CONSENT_WORDS,
  FEEDBACK,
  FEEDBACK_FORM,
  FEEDBACK_REFUSALS,
  POINT_WORDS,
  QUESTION_WORDS,
} from './feedback.copy';

/** What the person of a case says of services, at points of the journey. */
@Controller('/cases/:id/feedback')
export class FeedbackController {
  constructor(
    private readonly records: RecordPages,
    private readonly work: PostgresUnitOfWork,
    private readonly record: RecordFeedback,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.records.parts(actor, 'see-feedback', id);
    const said = await this.work.read(actor, (manager) => feedbackOfCase(manager, id));
    return this.records.list(reply, { request, parts, view: feedbackView(parts, said) });
  }

  @Get('/new')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.open(reply, await this.place(actor, id));
  }

  @Post('/new')
  async send(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.send(reply, request, await this.place(actor, id));
  }

  private async place(actor: StaffActor, id: CaseId): Promise<FormPlace> {
    const context = await this.records.context(actor, 'record-feedback', id);
    const path = `/cases/${id}/feedback`;
    const back = { href: path, text: FEEDBACK.title };
    return { form: feedbackForm(this.record), context, action: `${path}/new`, back, revision: null };
  }
}

function feedbackForm(record: RecordFeedback): CaseForm {
  const { consent, consentMissing, point, pointMissing, about, aboutMissing } = FEEDBACK_FORM;
  const questions = Object.fromEntries(
    FEEDBACK_QUESTIONS.map((question) => {
      const legend = QUESTION_WORDS[question];
      const missing = FEEDBACK_FORM.missing(legend);
      return [question, oneOf(FEEDBACK_ANSWERS, { legend, words: ANSWER_WORDS, missing })];
    }),
  ) as Readonly<Record<FeedbackQuestion, Question<FeedbackAnswer>>>;
  return recordForm({
    ...FEEDBACK_FORM,
    act: 'record-feedback',
    questions: {
      consent: oneOf(FEEDBACK_CONSENTS, { legend: consent, words: CONSENT_WORDS, missing: consentMissing }),
      point: oneOf(FEEDBACK_POINTS, { legend: point, words: POINT_WORDS, missing: pointMissing }),
      about: oneOf(FEEDBACK_ABOUT, { legend: about, words: ABOUT_WORDS, missing: aboutMissing }),
      ...questions,
      happened: moment({
        legend: FEEDBACK_FORM.when,
        hint: FEEDBACK_FORM.whenHint,
        words: FEEDBACK_FORM.moment,
        start: 'now',
      }),
    },
    save: ({ actor, caseId }, { happened: happenedAt, informed, updated, supported, ...rest }, { act }) =>
      record.execute(actor, { ...rest, caseId, happenedAt, answers: { informed, updated, supported } }, act),
    refusals: FEEDBACK_REFUSALS,
  });
}

function feedbackView(
  { summary, actor, now, timezone }: FrameParts,
  said: readonly PersonFeedback[],
): RecordsView {
  return {
    title: FEEDBACK.title,
    intro: FEEDBACK.intro,
    acts: mayDo(actor, 'record-feedback')
      ? [{ text: FEEDBACK.add, href: `/cases/${summary.caseId}/feedback/new` }]
      : [],
    sections: [
      {
        title: FEEDBACK.section,
        columns: FEEDBACK.columns,
        nothing: FEEDBACK.nothing,
        rows: said.map(({ point, about, answers, happenedAt }) => ({
          cells: [
            `${POINT_WORDS[point]}, ${momentInWords(happenedAt, { now, timezone })}`,
            ABOUT_WORDS[about],
            ...FEEDBACK_QUESTIONS.map((question) => ANSWER_WORDS[answers[question]]),
          ],
          acts: [],
        })),
      },
    ],
  };
}
