export const MOVES = {
  title: 'Deadlines that would move',
  most: 50,
  count: (moved: number, looked: number) =>
    moved === 0
      ? `None. ${looked} ${looked === 1 ? 'deadline is' : 'deadlines are'} running and not yet due; these dates change none of them.`
      : `${moved} of the ${looked} running deadlines that count working days would move. Those that are due by then stay as they are.`,
  capped: (most: number) =>
    `Only the ${most} that are due first are looked at here. All are moved when it is approved.`,
  caption: 'Running deadlines, earliest first',
  head: ['Referral', 'Due now', 'Would be due'],
  more: (n: number) => `And ${n} more.`,
  rules: [
    'A deadline that is due before this takes effect is not moved, whether it was kept or not.',
    'The 24-hour limit counts every hour, so it does not move.',
    'Each owner sees the new time on the board and in the case. The old time stays on record.',
  ],
  workingDay: 'A day like any other',
  bankHoliday: 'Bank holiday',
  knownUntil: 'The list of bank holidays is complete up to',
} as const;

export const UNMOVED = {
  hours:
    'None. Opening hours and closures are for clocks that start after this takes effect. A clock that has started keeps the hours it began with.',
  list: 'None. A longer list lets deadlines be worked out further ahead.',
} as const;

export const HOURS_FORM = {
  title: 'Opening hours and closures',
  intro:
    'Clocks that start after this takes effect are worked out by these hours. A clock that has started keeps the hours it began with.',
  weekLegend: 'Opening hours of the week',
  weekHint:
    'For example 9am to 5pm, or 9am to 1pm and 2pm to 5pm. Leave a day empty when the desk is closed.',
  special: 'Closures and days with other hours',
  specialHint:
    'One day on each line, for example 24 12 2026: 9am to midday, or 2 1 2027: closed. Bank holidays have their own page.',
  badHours: (day: string) => `Enter the hours of ${day} as 9am to 5pm, or leave it empty`,
  badSpecial: (line: number) => `Line ${line}: enter a day and its hours, such as 24 12 2026: 9am to midday`,
  twice: (line: number) => `Line ${line}: this day is there twice`,
} as const;

export const HOLIDAYS_FORM = {
  title: 'Add bank holidays',
  intro:
    'For a bank holiday that was proclaimed late, and to extend the list. Running deadlines that count working days and are not yet due move with it; you see which before anything is saved.',
  dates: 'New bank holidays',
  datesHint: 'One date on each line, for example 19 9 2028',
  until: 'Up to which day is the list of bank holidays complete?',
  untilHint: 'The last day that GOV.UK publishes, for example 31 12 2029. No deadline is worked out past it.',
  badDate: (line: number) => `Line ${line}: enter a real date, such as 19 9 2028`,
  twice: (line: number) => `Line ${line}: this date is there twice`,
  badUntil: 'Enter a real date, such as 31 12 2029',
} as const;
