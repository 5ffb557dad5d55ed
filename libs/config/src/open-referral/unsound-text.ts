/** Nothing that the format has is deeper; beyond it a file is of something else. */
const DEEPEST = 20;

/** What cannot be written into a database as text: a zero character, or half of a character that needs two. */
const UNSOUND = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether any text of a record, at whatever depth, could not be kept as it is. */
export function holdsUnsoundText(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return UNSOUND.test(value);
  if (typeof value !== 'object' || value === null) return false;
  if (depth === DEEPEST) return true;
  return Object.values(value).some((each) => holdsUnsoundText(each, depth + 1));
}
