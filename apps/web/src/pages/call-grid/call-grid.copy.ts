export const CALL_GRID = {
  title: 'Promised calls',
  promised: 'Calls that were promised, by day and hour',
  safe: 'People waiting for a call whose safe times include the hour',
  hour: 'Hour',
  empty: 'No calls are promised in this week.',
  later: 'Next week',
  earlier: 'The week before',
} as const;
