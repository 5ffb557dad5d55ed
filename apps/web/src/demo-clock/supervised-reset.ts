import { setTimeout as wait } from 'node:timers/promises';

const LEAVE_ROOM_FOR_THE_ANSWER = 250;

/** Asks the process that started this one to put the seeded databases back. It stops us while it does. */
export async function askForReset(
  send: ((message: { kind: 'reset-demo' }) => void) | undefined,
): Promise<void> {
  if (send === undefined) return;
  await wait(LEAVE_ROOM_FOR_THE_ANSWER);
  send({ kind: 'reset-demo' });
}
