/** Sentences that tell in words what a drawing shows. */
export const CHART_WORDS = {
  span: (many: number, first: string, last: string) => `${many} months, ${first} to ${last}.`,
  highest: (words: string, where: string) => `Highest: ${words}, ${where}.`,
  lowest: (words: string, where: string) => `Lowest: ${words}, ${where}.`,
  same: (words: string) => `The same throughout: ${words}.`,
  only: (words: string, where: string) => `The only figure shown: ${words}, ${where}.`,
  last: (words: string, where: string) => `Last: ${words}, ${where}`,
  trend: {
    higher: (words: string, where: string) => `, higher than the first: ${words}, ${where}.`,
    lower: (words: string, where: string) => `, lower than the first: ${words}, ${where}.`,
    same: (where: string) => `, the same as the first, ${where}.`,
  },
  measure: (name: string, sentences: string) => `${name}. ${sentences}`,
  andMore: (where: string, more: number) => `${where} and ${more} more`,
  /** Said of every figure that is left out. */
  leftOut: (shorthand: string, where: string) => `Marked ${shorthand}: ${where}.`,
} as const;

/** What is said of a figure that is left out, unless the page has words of its own. */
export const LEFT_OUT_WORDS = {
  hidden: 'Hidden because it might point at somebody.',
  'small-base': 'Too few to give this figure.',
  nothing: 'There is nothing to count.',
} as const;
