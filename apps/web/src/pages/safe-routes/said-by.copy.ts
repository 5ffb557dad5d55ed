/** Who told us about a number, for the timeline. */
export function saidBy(code: string | null): string {
  switch (code) {
    case 'person':
      return 'The person said so.';
    case 'police':
      return 'The police said so, after asking the person.';
    default:
      return 'Someone whom the person asked to tell us said so.';
  }
}
