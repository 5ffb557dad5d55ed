/** What a form says about one moment that it asks for. */
export interface MomentWords {
  readonly missing: string;
  readonly notADate: string;
  readonly timeMissing: string;
}

export const MOMENT_ERRORS = {
  incomplete: (parts: readonly string[]) => `The date must include a ${parts.join(' and a ').toLowerCase()}`,
  year: (earliest: number) => `Enter a year from ${earliest} on, with all four numbers`,
  notATime: 'Enter a time such as 4:30pm or 16:30',
  skipped: (time: string) =>
    `The clocks went forward that night, so ${time} did not happen. Enter the time that the clock showed`,
  repeated: (time: string) =>
    `The clocks went back that night, so ${time} happened twice. Select which one you mean`,
} as const;

export const WHICH = {
  legend: 'Which of the two times?',
  earlier: 'The earlier one, before the clocks went back',
  later: 'The later one, after the clocks went back',
} as const;
