import type { ContactState, RoundStanding } from '#libs/domain';

/**
 * The round of attempts on every screen that counts it: "2 of 5", "0 of 5 since they were reached". Once somebody
 * spoke with the person nothing is left to count up to.
 */
export function attemptsInWords({
  round: { made, afterReach },
  of,
  state,
}: {
  round: RoundStanding;
  of: number | null;
  state: ContactState;
}): string {
  const counts = of !== null && state !== 'reached' && state !== 'not-wanted';
  if (!counts && made === 0 && !afterReach) return 'None yet';
  const number = counts ? `${made} of ${of}` : made === 0 ? 'None' : String(made);
  return afterReach ? `${number} since they were reached` : number;
}
