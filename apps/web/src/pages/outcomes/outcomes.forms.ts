import type { CorrectOutcome, RecordOutcomes } from '#libs/casework';
import {
  OUTCOME_ANSWERS,
  OUTCOME_MEASURES,
  type CareSettings,
  type OutcomeAnswer,
  type OutcomeMeasure,
  type OutcomeScore,
} from '#libs/domain';
import { moment, oneOf, type Question } from '../case-records/field-kinds';
import { recordForm } from '../case-records/record-form';
import type { CaseForm } from '../support/case-form';
import {
  CORRECT_FORM,
  CORRECT_REFUSALS,
  NO_SCORE_WORDS,
  OUTCOME_FORM,
  OUTCOME_REFUSALS,
} from './outcomes.copy';

/** A number of the scale, or why there is none. */
function scoreQuestion(
  { lowest, highest }: CareSettings['outcomeScale'],
  asked: { readonly legend: string; readonly missing: string; readonly start?: string },
): Question<string> {
  const numbers = Array.from({ length: highest - lowest + 1 }, (_, nth) => String(lowest + nth));
  const words = { ...Object.fromEntries(numbers.map((number) => [number, number])), ...NO_SCORE_WORDS };
  return oneOf([...numbers, ...Object.keys(NO_SCORE_WORDS)], { ...asked, words });
}

function given(chosen: string): { readonly answer: OutcomeAnswer; readonly score: number | null } {
  const reason = OUTCOME_ANSWERS.find((code) => code === chosen);
  return reason === undefined ? { answer: 'scored', score: Number(chosen) } : { answer: reason, score: null };
}

export function outcomesForm(record: RecordOutcomes, { outcomeScale, outcomeWords }: CareSettings): CaseForm {
  const questions = Object.fromEntries(
    OUTCOME_MEASURES.map((measure) => {
      const legend = outcomeWords[measure];
      const missing = OUTCOME_FORM.missing(legend.toLowerCase());
      return [measure, scoreQuestion(outcomeScale, { legend, missing, start: 'not-asked' })];
    }),
  ) as Readonly<Record<OutcomeMeasure, Question<string>>>;
  return recordForm({
    ...OUTCOME_FORM,
    act: 'record-outcomes',
    questions: {
      ...questions,
      happened: moment({
        legend: OUTCOME_FORM.when,
        hint: OUTCOME_FORM.whenHint,
        words: OUTCOME_FORM.moment,
        start: 'now',
      }),
    },
    save: ({ actor, caseId }, { happened: happenedAt, ...answers }, { act }) => {
      const all = OUTCOME_MEASURES.map((measure) => ({ measure, ...given(answers[measure]) }));
      return record.execute(actor, { caseId, given: all, happenedAt }, act);
    },
    refusals: OUTCOME_REFUSALS,
  });
}

export function correctForm(
  correct: CorrectOutcome,
  { id: scoreId, measure, scaleLowest: lowest, scaleHighest: highest }: OutcomeScore,
  { outcomeWords }: CareSettings,
): CaseForm {
  const { legend, missing } = CORRECT_FORM;
  return recordForm({
    ...CORRECT_FORM,
    intro: [outcomeWords[measure], ...CORRECT_FORM.intro],
    act: 'record-outcomes',
    questions: { said: scoreQuestion({ lowest, highest }, { legend, missing }) },
    save: ({ actor }, { said }, { act }) => correct.execute(actor, { scoreId, ...given(said) }, act),
    refusals: CORRECT_REFUSALS,
  });
}
