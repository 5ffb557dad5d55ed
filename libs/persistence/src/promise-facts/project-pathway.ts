import { isoOf, NOT_RECORDED, type CaseId, type PathwayFact } from '#libs/domain';
import type { JournalEntry } from '../journal-tail';
import { PayloadReader } from './payload-reader';

type Told = Pick<JournalEntry, 'subject' | 'type' | 'payload' | 'happenedAt'>;

const CHARGED = 'suspect-charged';
const ENDED_WITHOUT_CHARGE: readonly string[] = [
  'not-investigated',
  'no-further-action',
  'prosecutor-decided-no-charge',
  'out-of-court-given',
];
const OUTCOMES_AT_COURT: readonly string[] = [
  'guilty-plea',
  'guilty-verdict',
  'not-guilty-verdict',
  'no-verdict',
  'case-discontinued',
];

/** What one journal event makes of the waits and investigations of its case. */
export function projectPathway(
  facts: readonly PathwayFact[],
  caseId: CaseId,
  told: Told,
): readonly PathwayFact[] {
  const { kind } = told.subject;
  if (kind === 'service-request')
    return replaced(facts, told.subject.id, (fact) => waitAfter(fact, caseId, told));
  if (kind === 'track') return replaced(facts, told.subject.id, (fact) => fact ?? trackOf(caseId, told));
  if (kind !== 'milestone') return facts;
  const trackId = told.payload['trackId'];
  return typeof trackId === 'string' ? replaced(facts, trackId, (fact) => trackAfter(fact, told)) : facts;
}

function replaced(
  facts: readonly PathwayFact[],
  id: string,
  change: (fact: PathwayFact | null) => PathwayFact | null,
): readonly PathwayFact[] {
  const held = facts.find((fact) => fact.id === id) ?? null;
  const next = change(held);
  if (next === held || next === null) return facts;
  return held === null ? [...facts, next] : facts.map((fact) => (fact === held ? next : fact));
}

/** A wait begins when a request is sent, and is over when support starts or the request ends. */
function waitAfter(fact: PathwayFact | null, caseId: CaseId, told: Told): PathwayFact | null {
  const { type, subject, payload, happenedAt } = told;
  if (type === 'service-request.sent') {
    const read = new PayloadReader(type, payload);
    return {
      id: subject.id,
      kind: 'wait',
      caseId,
      monthOn: monthOf(told),
      service: read.code('kind'),
      provider: read.code('agencyId'),
      startedAt: happenedAt,
      reachedAt: null,
      endedAt: null,
      state: 'waiting',
    };
  }
  if (fact === null) return null;
  if (type === 'service-request.started') return { ...fact, reachedAt: happenedAt, state: 'begun' };
  if (fact.reachedAt !== null)
    return type === 'service-request.ended' ? { ...fact, endedAt: happenedAt } : fact;
  if (type === 'service-request.declined') return { ...fact, endedAt: happenedAt, state: 'declined' };
  return BEFORE_IT_BEGAN.includes(type)
    ? { ...fact, endedAt: happenedAt, state: 'ended-before-it-began' }
    : fact;
}

const BEFORE_IT_BEGAN: readonly string[] = [
  'service-request.redirected',
  'service-request.withdrawn',
  'service-request.not-wanted',
  'service-request.ended',
];

function trackOf(caseId: CaseId, told: Told): PathwayFact {
  return {
    id: told.subject.id,
    kind: 'justice',
    caseId,
    monthOn: monthOf(told),
    service: 'investigation',
    provider: NOT_RECORDED,
    startedAt: told.happenedAt,
    reachedAt: null,
    endedAt: null,
    state: 'recorded',
  };
}

/** The latest word on an investigation: a charge, its end without one, or an outcome at court. */
function trackAfter(fact: PathwayFact | null, { type, payload, happenedAt }: Told): PathwayFact | null {
  const { kind } = payload;
  if (fact === null || typeof kind !== 'string') return fact;
  // What was corrected is taken back first, and then told as it is now.
  if (type !== 'milestone.recorded' && type !== 'milestone.corrected') return withoutMilestone(fact, kind);
  if (kind === 'crime-recorded') return { ...fact, startedAt: happenedAt, monthOn: monthOf({ happenedAt }) };
  if (kind === CHARGED) return { ...fact, reachedAt: happenedAt, endedAt: null, state: 'charged' };
  if (ENDED_WITHOUT_CHARGE.includes(kind))
    return { ...fact, endedAt: happenedAt, state: 'ended-without-charge' };
  if (OUTCOMES_AT_COURT.includes(kind)) return { ...fact, endedAt: happenedAt, state: 'outcome-at-court' };
  return fact;
}

function withoutMilestone(fact: PathwayFact, kind: string): PathwayFact {
  if (kind === CHARGED) return { ...fact, reachedAt: null, endedAt: null, state: 'recorded' };
  if (![...ENDED_WITHOUT_CHARGE, ...OUTCOMES_AT_COURT].includes(kind)) return fact;
  return { ...fact, endedAt: null, state: fact.reachedAt === null ? 'recorded' : 'charged' };
}

function monthOf({ happenedAt }: Pick<Told, 'happenedAt'>): string {
  return `${isoOf(happenedAt).slice(0, 7)}-01`;
}
