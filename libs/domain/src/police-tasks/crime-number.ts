/**
 * A crime number as one line of capitals, or null when it cannot be one: 4 to 30 letters, digits, strokes and hyphens
 * with at least one digit. Forces write them in many ways, so the form is loose; it only keeps sentences out.
 */
export function readCrimeNumber(typed: string): string | null {
  const text = typed.trim().toUpperCase().replaceAll(/\s+/g, '');
  return /^(?=.*\d)[A-Z0-9/-]{4,30}$/.test(text) ? text : null;
}
