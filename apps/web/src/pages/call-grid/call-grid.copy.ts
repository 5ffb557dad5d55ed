export const CALL_GRID = {
  title: 'Promised calls',
  promised: 'Calls that were promised, by day and hour',
  safe: 'People waiting for a call whose safe times include the hour',
  day: 'Day',
  empty: 'No calls are promised in this week.',
  noneSafe: 'Nobody who waits for a call may be called safely in these hours.',
  later: 'Next week',
  earlier: 'The week before',
} as const;
