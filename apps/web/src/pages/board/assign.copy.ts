import type { AssignCasesOutcome, OfferHandoverOutcome, Refused, RowDecided } from '#libs/casework';

type AssignRefusal = Extract<AssignCasesOutcome | OfferHandoverOutcome, Refused<string>>['reason'];

export const ASSIGN = {
  title: 'Assign cases',
  effect:
    'Each case is offered to the colleague you choose. It changes hands when they accept it; until then whoever answers for it now goes on doing so, and every clock runs on.',
  effectSelf: 'A case you choose for yourself is yours at once.',
  legend: 'Who should take them?',
  submit: 'Offer the cases',
  missing: 'Select who should take the cases',
} as const;

export const REFUSED: Readonly<Record<AssignRefusal, string>> = {
  'no-cases': 'There is no open case to offer',
  'too-many-cases': 'Choose at most 100 cases at a time',
  'receiver-not-available': 'That colleague does not take cases now. Choose somebody else',
  'to-yourself': 'The cases are yours already. Choose somebody else, or the team',
};

const DECISIONS: Readonly<Record<RowDecided['decision'], string>> = {
  offered: 'Offered',
  taken: 'Yours now',
  'changed-since': 'Left as it is, because somebody changed it after you opened the page',
  'case-closed': 'Left as it is, because it is closed',
  'theirs-already': 'Left as it is, because it is with them already',
  'receiver-not-available': 'Left as it is, because that colleague cannot take it on. Choose somebody else',
  'not-yours-to-give': 'Left as it is, because a colleague answers for it. A duty lead can assign it',
};

/** What became of the rows, each kind of answer in one line with its references. */
export function decisionLines(rows: readonly RowDecided[]): readonly string[] {
  const kinds = [...new Set(rows.map(({ decision }) => decision))];
  return kinds.map((kind) => {
    const references = rows.filter(({ decision }) => decision === kind).map(({ reference }) => reference);
    return `${DECISIONS[kind]}: ${references.join(', ')}.`;
  });
}

export function decidedTitle(rows: readonly RowDecided[]): string {
  const done = rows.filter(({ decision }) => decision === 'offered' || decision === 'taken').length;
  const left = rows.length - done;
  const changed = done === 1 ? '1 case' : `${done} cases`;
  return left === 0 ? `${changed} done.` : `${changed} done, ${left} left as they were.`;
}
