import type { CodeResult } from '#libs/domain';

export const CODE_FIGURES = {
  title: 'The Victims’ Code: what was delivered',
  intro:
    'Each line is one entitlement under the Victims’ Code and who owes it. It is counted for the people whose entitlement was opened in the quarter.',
  rule: 'A quarter is counted once, a month after it has ended. A count from 1 to 7 is hidden and others are rounded to the nearest 5; where a total would give a hidden count away, another count is hidden too. Rounded counts need not add up.',
  notKnownRule:
    '“Not known” means that the time limit of another body has passed and nobody has said what it did. It does not mean that the body failed. “Missed” is only ever said of what this service itself owes.',
  declinedRule: 'What a person declined is counted neither as met nor as missed.',
  madeOn: (day: string, rule: string) => `Counted on ${day}. Protected by the disclosure rule ${rule}.`,
  quarter: (first: string, last: string, year: number) => `${first} to ${last} ${year}`,
  quarterLabel: 'Quarter',
  show: 'Show',
  wrongQuarter: 'Choose a quarter from the list. Only whole quarters that are published can be shown',
  notYet: 'Nothing is published yet. A quarter is published a month after it has ended.',
  nobody: 'Nobody’s entitlements were opened in this quarter.',
  right: (right: number) => `Right ${right}`,
  owedBy: (bodies: string) => `Owed by ${bodies}.`,
  hidden: '[c]',
  hiddenHint: '[c] Hidden because it might point at somebody.',
  columns: { entitlement: 'Entitlement', opened: 'Opened' },
  version: (version: string) => `Code of ${version}`,
} as const;

export const CODE_RESULT_NAMES: Readonly<Record<CodeResult, string>> = {
  delivered: 'In time, or no limit',
  late: 'Late',
  missed: 'Missed',
  'not-known': 'Not known',
  declined: 'Declined by the person',
  open: 'Still to come',
};
