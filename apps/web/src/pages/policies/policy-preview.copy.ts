const count = (value: number, one: string) => `${value} ${one}${value === 1 ? '' : 's'}`;

export const REPLAY = {
  title: 'How last quarter would have looked',
  span: (first: string, end: string) => `Reports made from ${first} until before ${end}.`,
  counted: (referrals: number) =>
    referrals === 0
      ? 'No referral of that quarter ran under this promise, so there is nothing to compare.'
      : `${count(referrals, 'referral')}, each worked out again under the proposed version. Nothing is saved and no real deadline moves.`,
  capped: (most: number) => `Only the newest ${most} are compared: that is the limit of a preview.`,
  caption: 'Each limit as it was, and under the proposed version',
  head: ['Limit', 'Under', 'In time', 'Kept', 'Missed', 'Counted', 'Left out'],
  actual: 'The rules then',
  proposed: 'This version',
  tooFew: 'Too few',
  moved: (limb: string, { moved, earlier, later }: Record<'moved' | 'earlier' | 'later', number>) =>
    moved === 0
      ? `${limb}: no deadline would have been at another time.`
      : `${limb}: ${count(moved, 'deadline')} would have been at another time, ${earlier} earlier and ${later} later.`,
  turned: (limb: string, turned: Record<'missedBecomesMet' | 'metBecomesMissed', number>) =>
    `${limb}: ${turned.missedBecomesMet} missed would have been kept, ${turned.metBecomesMissed} kept would have been missed.`,
  notComputable: (limb: string, n: number) =>
    `${limb}: ${count(n, 'deadline')} could not be worked out, because the bank holidays are not known far enough. Left out.`,
  limits: [
    'Left out: referrals not decided yet, and clocks that were cancelled. They are in neither figure.',
    'The same conversations are judged under both. How the team would have worked under another rule, nobody can know.',
    'Worked out with the newest version of the calendar. A share is given from 10 counted referrals on.',
  ],
} as const;

export const CEILING = {
  title: 'What the opening hours allow',
  intro:
    'If reports came evenly at every hour of the coming year: the share of deadlines with any opening time before them. No effort of the team can lift the figure above it.',
  caption: 'The most that could be kept',
  head: ['Limit', 'Deadlines with opening time before them'],
  unknown: 'Not known',
  limit: 'Hours past the known bank holidays are not tried.',
} as const;
