import type { DecideProposalOutcome, ProposeOutcome } from '#libs/casework';
import { invalidInput, type Problem } from '../../../errors/problem';
import type { RefusalCopy } from '../../../errors/refusal';
import { FAULTS, UNKNOWN_FAULT } from '../../../pages/change-proposals/proposal.copy';
import type { ReasonsOf } from '../requests/done';

const AGAIN = 'Read what is in force now, then propose the change again.';

export const PROPOSE_REFUSALS: RefusalCopy<ReasonsOf<ProposeOutcome>> = {
  'newer-version': { sentence: `A newer version has been approved. ${AGAIN}` },
  'already-waiting': {
    sentence: 'A change of this rule is waiting already: it must be decided or taken back first.',
  },
  unchanged: { sentence: 'Nothing differs from the version in force: change a value.' },
  'too-soon': {
    sentence: 'effectiveFrom must lie ahead; null starts as soon as it is approved',
    field: 'effectiveFrom',
  },
  'before-the-last-version': {
    sentence: 'The version before this one takes effect later than that: give a later time',
    field: 'effectiveFrom',
  },
};

export const DECIDE_REFUSALS: RefusalCopy<ReasonsOf<DecideProposalOutcome>> = {
  'same-person': { sentence: 'You proposed this, so somebody else must decide it.' },
  'already-decided': { sentence: 'Somebody has decided this already.' },
  'not-yours': { sentence: 'Only the person who proposed this can take it back.' },
  'newer-version': { sentence: `Another version was approved after this was proposed. ${AGAIN}` },
  'too-soon': {
    sentence:
      'The time at which this should start has passed: take it back and propose it with a later time.',
  },
  'before-the-last-version': {
    sentence:
      'The version before this one takes effect later: take it back and propose it with a later time.',
  },
};

/** A rule that nobody could keep, with a sentence for each thing that makes it so. */
export function impossible(faults: readonly string[]): Problem {
  const messages = faults.map((fault) => (FAULTS[fault] ?? UNKNOWN_FAULT).sentence);
  return invalidInput(messages.map((message) => ({ field: 'change', message })));
}
