export const BIRTH_EVIDENCE = [
  'same-birth',
  'birth-day-and-month-swapped',
  'birth-one-slip',
  'birth-same-day-other-year',
  'other-birth',
] as const;
export type BirthEvidence = (typeof BIRTH_EVIDENCE)[number];

/** How two dates of birth (ISO) agree; null when one is not known. */
export function compareBirths(one: string | null, other: string | null): BirthEvidence | null {
  if (one === null || other === null) return null;
  if (one === other) return 'same-birth';
  const [year, month, day] = one.split('-');
  if (`${year}-${day}-${month}` === other) return 'birth-day-and-month-swapped';
  if (oneSlip(one.replaceAll('-', ''), other.replaceAll('-', ''))) return 'birth-one-slip';
  return other.endsWith(`-${month}-${day}`) ? 'birth-same-day-other-year' : 'other-birth';
}

/** One figure wrong, or two neighbours swapped. */
function oneSlip(one: string, other: string): boolean {
  const wrong = [...one].flatMap((figure, index) => (figure === other[index] ? [] : [index]));
  const [first, second] = wrong;
  if (first === undefined || wrong.length > 2) return false;
  if (second === undefined) return true;
  return second === first + 1 && one[first] === other[second] && one[second] === other[first];
}
