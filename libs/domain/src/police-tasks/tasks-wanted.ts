import type { ContactState, Outcome } from '../contact';
import type { Agreement, Source } from '../referral';
import { callable, type Route } from '../safe-contact';
import type { TaskCause, TaskKind, Withdrawal } from './codes';
import { asksForRoute, type PoliceTask } from './police-task';

export interface WantedTask {
  readonly kind: TaskKind;
  readonly cause: TaskCause;
}

type RouteFacts = readonly Pick<Route, 'state' | 'permissions'>[];

/** What a police team is asked as soon as its referral arrives thin (practice §2.8). It holds nothing up (P11). */
export function tasksOfIntake(intake: {
  source: Source;
  routes: RouteFacts;
  agreement: Agreement;
  crimeNumberGiven: boolean;
}): readonly WantedTask[] {
  const { source, routes, agreement, crimeNumberGiven } = intake;
  if (source !== 'police') return [];
  return [
    ...(routes.some(callable) ? [] : [wanted('find-safe-route', 'no-callable-route')]),
    ...(agreement === 'agreed' ? [] : [wanted('ask-agreement', 'agreement-not-asked')]),
    ...(crimeNumberGiven ? [] : [wanted('add-crime-number', 'no-crime-number')]),
  ];
}

/** What an attempt leaves to ask the police for: only when no number is left that may be called. */
export function taskAfterAttempt({
  outcome,
  routes,
}: {
  outcome: Outcome;
  routes: RouteFacts;
}): WantedTask | null {
  if (routes.some(callable)) return null;
  if (outcome === 'number-not-working') return wanted('wrong-number', 'number-not-working');
  return outcome === 'someone-else-answered' ? wanted('find-safe-route', 'no-safe-number-left') : null;
}

/**
 * Why an open task is not needed any more; null when it still is. A crime number is wanted until the case is closed,
 * whatever the person has said; a way to reach them is not, once they were spoken with.
 */
export function needlessBecause(
  task: Pick<PoliceTask, 'kind'>,
  { state, routeAdded }: { state: ContactState; routeAdded: boolean },
): Withdrawal | null {
  if (state === 'closed') return 'case-closed';
  if (task.kind === 'add-crime-number') return null;
  if (state === 'reached') return 'person-reached';
  if (state === 'not-wanted') return 'not-wanted';
  return routeAdded && asksForRoute(task) ? 'route-found' : null;
}

function wanted(kind: TaskKind, cause: TaskCause): WantedTask {
  return { kind, cause };
}
