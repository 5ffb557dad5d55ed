import { nameTokens } from './name-tokens';
import { fullNamesOf } from './short-names';
import { slipsBetween } from './letters-apart';
import { soundsOf } from './sounds';

/** How two names agree, best first; what is not on the list was not compared. */
export const NAME_EVIDENCE = [
  'same-name',
  'name-in-another-order',
  'name-with-more-parts',
  'short-name',
  'name-misspelt',
  'name-sounds-alike',
  'name-by-initial',
  'name-much-misspelt',
  'same-single-name',
  'part-of-name',
  'one-name-in-common',
  'other-name',
] as const;
export type NameEvidence = (typeof NAME_EVIDENCE)[number];

/** The best that any name of one person says beside any name of the other; null when one of them has none. */
export function compareNames(ours: readonly string[], theirs: readonly string[]): NameEvidence | null {
  const mine = read(ours);
  const others = read(theirs);
  const found = mine.flatMap((one) => others.map((other) => compareTokens(one, other)));
  return NAME_EVIDENCE.find((evidence) => found.includes(evidence)) ?? null;
}

interface Part {
  readonly text: string;
  readonly fullNames: readonly string[];
  readonly sounds: readonly string[];
}

/** A list of names is compared with hundreds of others: it is read once. */
const READ = new WeakMap<readonly string[], readonly (readonly Part[])[]>();

function read(names: readonly string[]): readonly (readonly Part[])[] {
  const known = READ.get(names);
  if (known !== undefined) return known;
  const parts = names
    .map((name) =>
      nameTokens(name).map((text) => ({ text, fullNames: fullNamesOf(text), sounds: soundsOf(text) })),
    )
    .filter((tokens) => tokens.length > 0);
  READ.set(names, parts);
  return parts;
}

type Grade = 'same' | 'short' | 'slip' | 'sound' | 'initial';
const GRADES: readonly Grade[] = ['same', 'short', 'slip', 'sound', 'initial'];
const SHORTEST_WITH_SLIP = 4;

function compareTokens(one: readonly Part[], other: readonly Part[]): NameEvidence {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const grades = gradesOf(few, many);
  if (grades.length === 0) return 'other-name';
  if (few.length === 1) return singleName(many, grades[0]);
  if (grades.length < few.length) return 'one-name-in-common';
  const unlike = grades.filter((grade) => grade !== 'same');
  if (unlike.length === 0) return wholly(few, many);
  if (unlike.length > 1 && unlike.some((grade) => grade !== 'short')) return 'name-much-misspelt';
  return WORDS[unlike[0] as Exclude<Grade, 'same'>];
}

const WORDS = {
  short: 'short-name',
  slip: 'name-misspelt',
  sound: 'name-sounds-alike',
  initial: 'name-by-initial',
} as const satisfies Readonly<Record<Exclude<Grade, 'same'>, NameEvidence>>;

/** One name is all that is known of somebody: it may be part of a longer one, which says more than a clash would. */
function singleName(many: readonly Part[], grade: Grade | undefined): NameEvidence {
  if (many.length === 1) return grade === 'same' ? 'same-single-name' : 'one-name-in-common';
  return grade === 'same' || grade === 'short' ? 'part-of-name' : 'one-name-in-common';
}

function wholly(few: readonly Part[], many: readonly Part[]): NameEvidence {
  if (few.length < many.length) return 'name-with-more-parts';
  return few.every(({ text }, index) => text === many[index]?.text) ? 'same-name' : 'name-in-another-order';
}

/** Pairs parts of two names, the surest pairs first, each part once; answers how sure each pair is. */
function gradesOf(few: readonly Part[], many: readonly Part[]): readonly Grade[] {
  const pairs = few.flatMap((token, index) =>
    many.flatMap((other, place) => {
      const grade = gradeOf(token, other);
      return grade === null ? [] : [{ index, place, grade }];
    }),
  );
  const sure = pairs.toSorted((a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade));
  const taken: (typeof pairs)[number][] = [];
  for (const pair of sure) {
    if (!taken.some(({ index, place }) => index === pair.index || place === pair.place)) taken.push(pair);
  }
  return taken.map(({ grade }) => grade);
}

function gradeOf(one: Part, other: Part): Grade | null {
  const [text, otherText] = [one.text, other.text];
  if (text === otherText) return 'same';
  if (text.length === 1 || otherText.length === 1) return text[0] === otherText[0] ? 'initial' : null;
  if (one.fullNames.some((name) => other.fullNames.includes(name))) return 'short';
  const longEnough = Math.min(text.length, otherText.length) >= SHORTEST_WITH_SLIP;
  if (longEnough && slipsBetween(text, otherText) === 1) return 'slip';
  return one.sounds.some((sound) => sound.length > 1 && other.sounds.includes(sound)) ? 'sound' : null;
}
