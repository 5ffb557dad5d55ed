import type { ChangeRisk, RaiseRisk, RecordNeeds } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import {
  daysLater,
  NEED_ANSWERS,
  NEED_AREAS,
  RISK_ENDINGS,
  RISKS,
  type NeedAnswer,
  type NeedArea,
  type RiskId,
} from '#libs/domain';
import { day, moment, oneOf, todayOf, words, type Question } from '../case-records/field-kinds';
import { recordForm } from '../case-records/record-form';
import { RECORD_ERRORS } from '../case-records/record.copy';
import type { CaseForm, RecordContext } from '../support/case-form';
import {
  ANSWER_WORDS,
  AREA_WORDS,
  ASSESS_FORM,
  CHANGE_RISK_REFUSALS,
  CLOSE_FORM,
  ENDING_WORDS,
  NEEDS_REFUSALS,
  RAISE_REFUSALS,
  REVIEW_FORM,
  RISK_FORM,
  RISK_HINTS,
  RISK_WORDS,
} from './needs.copy';

const latestDay =
  ({ care }: AreaPack) =>
  (context: RecordContext) =>
    daysLater(todayOf(context), care.riskReviewWithinDays) ?? '';

const reviewDay = (pack: AreaPack) =>
  day({
    legend: RISK_FORM.review,
    hint: RISK_FORM.reviewHint,
    missing: RISK_FORM.reviewMissing,
    start: latestDay(pack),
  });

export function riskForm(raise: RaiseRisk, pack: AreaPack): CaseForm {
  return recordForm({
    ...RISK_FORM,
    act: 'keep-needs',
    questions: {
      risk: oneOf(RISKS, {
        legend: RISK_FORM.risk,
        words: RISK_WORDS,
        hints: RISK_HINTS,
        missing: RISK_FORM.riskMissing,
      }),
      words: words({
        label: RISK_FORM.words,
        hint: RISK_FORM.wordsHint,
        missing: null,
        tooLong: RECORD_ERRORS.tooLong,
        longest: 500,
      }),
      review: reviewDay(pack),
    },
    save: ({ actor, caseId }, { review, ...answers }, { act }) =>
      raise.execute(actor, { ...answers, caseId, reviewOn: review }, act),
    refusals: RAISE_REFUSALS,
  });
}

export function riskReviewForm(change: ChangeRisk, pack: AreaPack, riskId: RiskId): CaseForm {
  return recordForm({
    ...REVIEW_FORM,
    act: 'keep-needs',
    questions: { review: reviewDay(pack) },
    save: ({ actor }, { review }, { act, revision }) => {
      const what = { kind: 'review', reviewOn: review } as const;
      return change.execute(actor, { riskId, revision: revision(), change: what }, act);
    },
    refusals: CHANGE_RISK_REFUSALS,
  });
}

export function riskCloseForm(change: ChangeRisk, riskId: RiskId): CaseForm {
  return recordForm({
    ...CLOSE_FORM,
    act: 'keep-needs',
    questions: {
      ending: oneOf(RISK_ENDINGS, {
        legend: CLOSE_FORM.ending,
        words: ENDING_WORDS,
        missing: CLOSE_FORM.endingMissing,
      }),
    },
    save: ({ actor }, { ending }, { act, revision }) => {
      const what = { kind: 'close', ending } as const;
      return change.execute(actor, { riskId, revision: revision(), change: what }, act);
    },
    refusals: CHANGE_RISK_REFUSALS,
  });
}

export function assessForm(record: RecordNeeds): CaseForm {
  const areas = Object.fromEntries(
    NEED_AREAS.map((area) => [
      area,
      oneOf(NEED_ANSWERS, {
        legend: AREA_WORDS[area],
        words: ANSWER_WORDS,
        missing: ASSESS_FORM.missing(AREA_WORDS[area]),
        start: 'not-asked',
      }),
    ]),
  ) as Readonly<Record<NeedArea, Question<NeedAnswer>>>;
  return recordForm({
    ...ASSESS_FORM,
    act: 'keep-needs',
    questions: {
      ...areas,
      happened: moment({
        legend: ASSESS_FORM.when,
        hint: ASSESS_FORM.whenHint,
        words: ASSESS_FORM.moment,
        start: 'now',
      }),
    },
    save: ({ actor, caseId }, { happened: happenedAt, ...answers }, { act }) =>
      record.execute(actor, { caseId, answers, happenedAt }, act),
    refusals: NEEDS_REFUSALS,
  });
}
