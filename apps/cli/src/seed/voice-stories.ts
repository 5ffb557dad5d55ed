import { AnswerEquality, CorrectOutcome, RecordFeedback, RecordOutcomes } from '#libs/casework';
import {
  OUTCOME_MEASURES,
  type CaseId,
  type EqualityAnswer,
  type EqualityQuestion,
  type OutcomeId,
  type FeedbackAbout,
} from '#libs/domain';
import type { Followed } from './followed';
import type { Scene } from './scene';
import { fresh } from './stage';

/**
 * What people said themselves: how able they feel, early and late; what they thought of services; and who they are, as
 * far as they wanted to say. Of the last person nobody has asked any of it.
 */
export function voiceStories(life: Followed): readonly Scene[] {
  const { cases, since } = life;
  return [
    { at: since(0.03), play: async () => void (await score(life, cases[0], [2, 1, 2])) },
    { at: since(0.94), play: async () => void (await score(life, cases[0], [3, 3, 2])) },
    { at: since(0.4), play: () => mistyped(life, cases[1]) },
    { at: since(0.1), play: () => say(life, cases[0], { ...FIRST_CONTACT, about: 'our-service' }) },
    { at: since(0.5), play: () => say(life, cases[0], { ...AT_REVIEW, about: 'police' }) },
    { at: since(0.6), play: () => say(life, cases[1], { ...AT_REVIEW, about: 'another-service' }) },
    { at: since(0.15), play: () => answer(life, cases[0], SAID) },
    { at: since(0.45), play: () => answer(life, cases[1], DECLINED) },
  ];
}

const FIRST_CONTACT = {
  point: 'after-first-contact',
  consent: 'said-yes-now',
  answers: { informed: 'yes', updated: 'yes', supported: 'yes' },
} as const;
const AT_REVIEW = {
  point: 'at-a-review',
  consent: 'said-yes-before',
  answers: { informed: 'partly', updated: 'no', supported: 'declined' },
} as const;

type Answers = Readonly<Partial<Record<EqualityQuestion, EqualityAnswer>>>;
const SAID: Answers = {
  'ethnic-group': 'mixed-other',
  religion: 'no-religion',
  sex: 'female',
  'sexual-orientation': 'declined',
  disability: 'condition-not-limiting',
  'caring-for-somebody': 'unknown',
};
const DECLINED: Answers = { 'ethnic-group': 'declined', religion: 'declined', sex: 'female' };

/** Each measure as it was scored; null where they did not want to say. */
async function score(
  { stage: { work, ids, cast }, pack }: Followed,
  caseId: CaseId | undefined,
  scores: readonly (number | null)[],
): Promise<readonly OutcomeId[]> {
  if (caseId === undefined) return [];
  const given = OUTCOME_MEASURES.map((measure, index) => {
    const one = scores[index] ?? null;
    return { measure, answer: one === null ? ('declined' as const) : ('scored' as const), score: one };
  });
  const happenedAt = await work.run(cast.responder, (tx) => Promise.resolve(tx.now));
  const once = await new RecordOutcomes(work, ids, pack.care).execute(
    cast.responder,
    { caseId, given, happenedAt },
    fresh(),
  );
  return once.kind === 'done' && once.result.kind === 'recorded' ? once.result.scoreIds : [];
}

/** One of three was typed wrongly and put right; one they did not want to score. */
async function mistyped(life: Followed, caseId: CaseId | undefined): Promise<void> {
  const [scoreId] = await score(life, caseId, [4, 3, null]);
  if (scoreId === undefined) return;
  const { stage, pack } = life;
  const { work, ids, cast } = stage;
  const right = { scoreId, answer: 'scored', score: 2 } as const;
  await new CorrectOutcome(work, ids, pack.care).execute(cast.responder, right, fresh());
}

async function say(
  { stage: { work, ids, cast } }: Followed,
  caseId: CaseId | undefined,
  said: (typeof FIRST_CONTACT | typeof AT_REVIEW) & { readonly about: FeedbackAbout },
): Promise<void> {
  if (caseId === undefined) return;
  const happenedAt = await work.run(cast.responder, (tx) => Promise.resolve(tx.now));
  await new RecordFeedback(work, ids).execute(cast.responder, { ...said, caseId, happenedAt }, fresh());
}

async function answer(
  { stage: { work, ids, cast } }: Followed,
  caseId: CaseId | undefined,
  answers: Answers,
): Promise<void> {
  if (caseId === undefined) return;
  await new AnswerEquality(work, ids).execute(cast.responder, { caseId, answers }, fresh());
}
