import {
  needState,
  unmetBy,
  type CaseId,
  type NeedFact,
  type NeedRequest,
  type StrandFact,
  type UnmetReason,
} from '#libs/domain';
import { PayloadReader } from './payload-reader';
import { monthOf, withStrand, type StrandTold } from './strand';

/** What one event of a request makes of the need that it was made for. */
export function needsAfter(
  strands: readonly StrandFact[],
  caseId: CaseId,
  told: StrandTold,
): readonly StrandFact[] {
  const { type, subject, payload, happenedAt } = told;
  const needs = strands.filter((strand) => strand.kind === 'need');
  const of = (id: unknown) => needs.find(({ evidence }) => evidence.some((request) => request.id === id));
  const held = of(subject.id) ?? of(payload['insteadOf'] ?? null);
  const before = held?.evidence.find(({ id }) => id === subject.id) ?? null;
  const request = requestAfter(before, told);
  if (held !== undefined && request === before) return strands;
  const evidence = [...(held?.evidence ?? []).filter(({ id }) => id !== subject.id), request];
  const began: Omit<NeedFact, 'state' | 'evidence'> = held ?? {
    id: subject.id,
    kind: 'need',
    caseId,
    monthOn: monthOf(happenedAt),
    value: new PayloadReader(type, payload).code('kind'),
  };
  return withStrand(strands, { ...began, evidence, state: needState(evidence) });
}

function requestAfter(before: NeedRequest | null, told: StrandTold): NeedRequest {
  const { type, subject, payload, reason } = told;
  const request = before ?? { id: subject.id, stands: 'asked', reason: null };
  const name = type.slice('service-request.'.length);
  if (name === 'declined') return refused(request, unmetBy(reason));
  if (name === 'redirected') return refused(request, 'other-reason');
  if (name === 'withdrawn')
    return request.stands === 'begun' ? request : refused(request, NOT_TO_BE_HAD[reason ?? ''] ?? null);
  if (name === 'landed') {
    const stuck = STUCK_AT[String(payload['step'])];
    return stuck === undefined || request.stands === 'begun' ? request : { ...request, reason: stuck };
  }
  const stands = STANDS[name];
  return stands === undefined || request.stands === 'begun' ? request : { ...request, stands, reason: null };
}

/** A no that is the person's own choice takes the need back. */
function refused(request: NeedRequest, reason: UnmetReason | null): NeedRequest {
  return { ...request, stands: reason === null ? 'taken-back' : 'refused', reason };
}

const STANDS: Readonly<Record<string, NeedRequest['stands']>> = {
  'service-chosen': 'asked',
  sent: 'asked',
  acknowledged: 'asked',
  accepted: 'accepted',
  allocated: 'accepted',
  released: 'accepted',
  started: 'begun',
  'not-wanted': 'taken-back',
};

/** Taken back for no reason of the person's. */
const NOT_TO_BE_HAD: Readonly<Record<string, UnmetReason>> = {
  'not-possible': 'other-reason',
  'service-retired': 'other-reason',
};

/** What nobody did until it became a manager's. A wait on a list that goes on is no such silence. */
const STUCK_AT: Readonly<Record<string, UnmetReason>> = {
  choose: 'no-service',
  send: 'no-service',
  acknowledge: 'no-answer',
  decide: 'no-answer',
  allocate: 'no-worker',
  start: 'no-worker',
};
