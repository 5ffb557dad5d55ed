import { DRAFT_STEPS, type DraftAnswers, type DraftStep } from '#libs/domain';
import { momentNames } from '../typed-moments/typed-moment';

/** The fields of each step, in the order of its page. The first kind comes once, the second is a list of ticks. */
export const STEP_FIELDS = {
  person: {
    single: ['nameToAskFor', 'age', 'district', 'languageNeed', 'worksFor', 'fullName'],
    lists: [],
  },
  contact: {
    single: [
      'number',
      'sayIfOtherAnswers',
      'codeWord',
      'whose',
      'alternative',
      'email',
      ...momentNames('askAgain'),
    ],
    lists: ['also', 'safeTimes'],
  },
  report: {
    single: [
      ...momentNames('reported'),
      'lateReason',
      'offenceGroup',
      'whenBand',
      'relationship',
      'crimeReference',
    ],
    lists: ['suspectAccess', 'dangers'],
  },
  agreement: { single: ['agreement', 'sendAnyway', 'sendAnywayWhy'], lists: [] },
} as const satisfies Record<DraftStep, { single: readonly string[]; lists: readonly string[] }>;

type FieldsOf<Step extends DraftStep> = Readonly<
  Record<(typeof STEP_FIELDS)[Step]['single'][number], string> &
    Record<(typeof STEP_FIELDS)[Step]['lists'][number], readonly string[]>
>;

/** What was typed on each step, exactly. */
export interface StepRaw {
  readonly person: FieldsOf<'person'>;
  readonly contact: FieldsOf<'contact'>;
  readonly report: FieldsOf<'report'>;
  readonly agreement: FieldsOf<'agreement'>;
}

export function isDraftStep(text: string): text is DraftStep {
  return (DRAFT_STEPS as readonly string[]).includes(text);
}

/** Saved answers as the fields of their step; what was never asked is empty. */
export function rawOf<Step extends DraftStep>(step: Step, answers: DraftAnswers): StepRaw[Step] {
  const { single, lists } = STEP_FIELDS[step];
  return Object.fromEntries([
    ...single.map((name) => [name, answers[name] ?? '']),
    ...lists.map((name) => [name, answers[name] ?? []]),
  ]) as unknown as StepRaw[Step];
}
