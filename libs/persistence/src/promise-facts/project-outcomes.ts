import {
  NOT_RECORDED,
  outcomeState,
  standingAnswers,
  type CaseId,
  type OutcomeEvidence,
  type OutcomeFact,
  type PayloadObject,
  type StrandFact,
} from '#libs/domain';
import { PayloadReader } from './payload-reader';
import { monthOf, withStrand, type StrandTold } from './strand';

interface Answered {
  readonly question: string;
  readonly evidence: OutcomeEvidence;
}

/** What was answered, each under its question. */
export function outcomesAfter(
  strands: readonly StrandFact[],
  caseId: CaseId,
  told: StrandTold,
): readonly StrandFact[] {
  return answersOf(told).reduce((all, answered) => withAnswer(all, caseId, answered), strands);
}

function withAnswer(
  strands: readonly StrandFact[],
  caseId: CaseId,
  { question, evidence: answer }: Answered,
): readonly StrandFact[] {
  const held = strands.find(
    (strand): strand is OutcomeFact => strand.kind === 'outcome' && strand.value === question,
  );
  const evidence = [...(held?.evidence ?? []), answer];
  const first = standingAnswers(evidence).at(0) ?? answer;
  return withStrand(strands, {
    id: held?.id ?? answer.id,
    kind: 'outcome',
    caseId,
    monthOn: monthOf(first.at),
    value: question,
    state: outcomeState(evidence),
    evidence,
  });
}

/** Events that were written before answers were kept say that somebody was asked, and nothing else. */
function answersOf({ type, subject, payload, happenedAt }: StrandTold): readonly Answered[] {
  const { answers } = payload;
  if (!Array.isArray(answers)) {
    const unknown = { answer: NOT_RECORDED, score: null, lowest: 0, highest: 0, supersedes: null } as const;
    return [{ question: NOT_RECORDED, evidence: { id: subject.id, at: happenedAt, ...unknown } }];
  }
  return answers.map((one) => {
    const read = new PayloadReader(type, one as PayloadObject);
    return {
      question: read.text('measure'),
      evidence: {
        id: read.text('scoreId'),
        answer: read.text('answer') as OutcomeEvidence['answer'],
        score: read.maybeCount('score'),
        lowest: read.count('lowest'),
        highest: read.count('highest'),
        at: read.at('at'),
        supersedes: read.maybeText('supersedes'),
      },
    };
  });
}
