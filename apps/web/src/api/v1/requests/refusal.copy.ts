/** Reasons that several acts share. */
export const CLOSED = { sentence: 'The case is closed, so nothing more can be recorded on it.' };

export const UNREADABLE = {
  sentence:
    'The record cannot be opened just now, so nothing can be sealed in it. Try again in a few minutes.',
  problem: 'unavailable',
} as const;
