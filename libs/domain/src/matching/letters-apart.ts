/**
 * How many slips of the hand lie between two words, up to two: a letter more, less or other, or two neighbours
 * swapped. `smith` and `smiht` are one apart. Answers 2 for two or more.
 */
export function slipsBetween(one: string, other: string): 0 | 1 | 2 {
  if (one === other) return 0;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return 2;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = short.slice(start);
  const restOfLong = long.slice(start);
  if (short.length < long.length) return rest === restOfLong.slice(1) ? 1 : 2;
  if (rest.slice(1) === restOfLong.slice(1)) return 1;
  const swapped = rest[0] === restOfLong[1] && rest[1] === restOfLong[0];
  return swapped && rest.slice(2) === restOfLong.slice(2) ? 1 : 2;
}
