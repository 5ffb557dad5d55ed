/** Why nothing may leave for a person any more. */
export const STOP_CAUSES = ['stop-word', 'asked-to-stop', 'died'] as const;
export type StopCause = (typeof STOP_CAUSES)[number];

/** A death ends the cases; a stop word or a wish ends contact and leaves somebody looking after the case (P1). */
export function endsCases(cause: StopCause): boolean {
  return cause === 'died';
}
