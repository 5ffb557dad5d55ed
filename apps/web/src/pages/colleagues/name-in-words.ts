/** What stands in the place of a name; every other name is a person's own. */
export const READER = 'You';
export const NOBODY = 'Nobody yet';
export const UNNAMED = 'A colleague';

/** The name as it stands inside a sentence: "by you", "by a colleague"; a person's own name keeps its capitals. */
export function inSentence(name: string): string {
  return name === READER || name === NOBODY || name === UNNAMED ? name.toLowerCase() : name;
}

/** The name with its verb, at the start of a sentence: "You are", "Sample Responder Clover is". */
export function nameWithIs(name: string): string {
  return `${name} ${name === READER ? 'are' : 'is'}`;
}

/** "You, Sample Lead Heron": only the first begins anything. */
export function namesInList(names: readonly string[]): string {
  return names.map((name, index) => (index === 0 ? name : inSentence(name))).join(', ');
}
