import type { ContactAttemptInput } from '#libs/casework';
import { OUTCOMES, type Channel, type Outcome, type Route, type RouteId } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { ATTEMPT_ERRORS, HAPPENED } from './attempt.copy';

const SINGLE = [...momentNames('happened'), 'outcome', 'route', 'then'] as const;

/** The answer "another way": no route of the card was used. */
export const OTHER_ROUTE = 'other';

export type AttemptRaw = Fields<(typeof SINGLE)[number]>;

export type AttemptForm = { readonly raw: AttemptRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Omit<ContactAttemptInput, 'caseId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readAttempt(
  body: unknown,
  { timezone, routes }: { timezone: string; routes: readonly Pick<Route, 'id'>[] },
): AttemptForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const outcome = OUTCOMES.find((code) => code === raw.outcome);
  const routeId = readRoute(raw.route, routes);
  const moment = readMoment(raw, { prefix: 'happened', words: HAPPENED, timezone });
  const errors = [
    ...unclean,
    ...(outcome === undefined ? [{ field: 'outcome', message: ATTEMPT_ERRORS.outcome }] : []),
    ...(routeId === undefined ? [{ field: 'route', message: ATTEMPT_ERRORS.route }] : []),
    ...(moment.kind === 'invalid' ? moment.errors : []),
  ];
  const incomplete = outcome === undefined || routeId === undefined || moment.kind === 'invalid';
  if (incomplete || errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  const input = { outcome, routeId, channel: channelOf(outcome), happenedAt: moment.at };
  return { kind: 'valid', raw, idempotencyKey, input };
}

function readRoute(typed: string, routes: readonly Pick<Route, 'id'>[]): RouteId | null | undefined {
  if (typed === OTHER_ROUTE) return null;
  return routes.find(({ id }) => id === typed)?.id;
}

/** What was left was left as a voicemail: the permission for it is asked, not the one for calls. */
function channelOf(outcome: Outcome): Channel {
  return outcome === 'message-left-as-agreed' ? 'voicemail' : 'call';
}
