import type { RefusalCopy, RefusalWords } from '../../../errors/refusal';

/**
 * The sentences of a page's form for a body: each field of the form under its name in the body. What names a field that
 * the body does not have cannot be put right there, so it is a conflict.
 */
export function inBody<Reason extends string>(
  copy: RefusalCopy<Reason>,
  names: Readonly<Record<string, string>>,
): RefusalCopy<Reason> {
  const entries = Object.entries<RefusalWords>(copy).map(([reason, { field, ...words }]) => {
    const name = field === undefined ? undefined : names[field];
    return [reason, name === undefined ? words : { ...words, field: name }];
  });
  return Object.fromEntries(entries) as RefusalCopy<Reason>;
}
