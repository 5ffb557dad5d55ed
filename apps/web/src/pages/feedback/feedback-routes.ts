import { Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RecordFeedback } from '#libs/casework';
import {
  FEEDBACK_ABOUT,
  FEEDBACK_ANSWERS,
  FEEDBACK_CONSENTS,
  FEEDBACK_POINTS,
  FEEDBACK_QUESTIONS,
  type CareAct,
  type FeedbackAnswer,
  type FeedbackQuestion,
  type PersonFeedback,
  type StaffActor,
} from '#libs/domain';
import { feedbackOfCase } from '#libs/persistence';
import { momentInWords } from '../../formatting/moments';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { moment, oneOf, type Question } from '../case-records/field-kinds';
import type { KeeperOf } from '../case-records/keepers';
import { recordForm } from '../case-records/record-form';
import { keepsAt, type FormPlace, type RecordDoor, type RecordsView } from '../case-records/record-pages';
import type { CaseForm } from '../support/case-form';
import type { FeedbackParts } from './feedback-parts';
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

/** The addresses of feedback below whatever somebody comes from; each of its controllers says who may come in. */
export abstract class FeedbackRoutes {
  protected constructor(protected readonly parts: FeedbackParts) {}

  /** Throws not-found for whoever has no door here. */
  protected abstract door(actor: StaffActor, act: CareAct, id: string): Promise<RecordDoor>;

  @ForAct('see-feedback', 'keep-shared-care')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { records, keepers, work } = this.parts;
    const door = await this.door(actor, 'see-feedback', id);
    const said = await work.read(actor, (manager) => feedbackOfCase(manager, door.caseId));
    const view = feedbackView(door, { said, keeperOf: await keepers.of(door, said) });
    return records.listAt(reply, { request, door, view });
  }

  @ForAct('record-feedback', 'keep-shared-care')
  @Get('/new')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.parts.records.open(reply, await this.place(actor, id));
  }

  @ForAct('record-feedback', 'keep-shared-care')
  @Post('/new')
  async send(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.parts.records.send(reply, request, await this.place(actor, id));
  }

  private async place(actor: StaffActor, id: string): Promise<FormPlace> {
    const context = await this.door(actor, 'record-feedback', id);
    const path = `${context.base}/feedback`;
    const back = { href: path, text: FEEDBACK.title };
    return { form: feedbackForm(this.parts.record), context, action: `${path}/new`, back, revision: null };
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
  door: RecordDoor,
  { said, keeperOf }: { readonly said: readonly PersonFeedback[]; readonly keeperOf: KeeperOf },
): RecordsView {
  const { base, now, timezone } = door;
  return {
    title: FEEDBACK.title,
    intro: FEEDBACK.intro,
    acts: keepsAt(door, 'record-feedback') ? [{ text: FEEDBACK.add, href: `${base}/feedback/new` }] : [],
    sections: [
      {
        title: FEEDBACK.section,
        columns: FEEDBACK.columns,
        nothing: FEEDBACK.nothing,
        rows: said.map((one) => ({
          cells: [
            `${POINT_WORDS[one.point]}, ${momentInWords(one.happenedAt, { now, timezone })}`,
            [ABOUT_WORDS[one.about], ...keptBy(keeperOf(one))].join('. '),
            ...FEEDBACK_QUESTIONS.map((question) => ANSWER_WORDS[one.answers[question]]),
          ],
          acts: [],
        })),
      },
    ],
  };
}

function keptBy(keeper: string | null): readonly string[] {
  return keeper === null ? [] : [keeper];
}
