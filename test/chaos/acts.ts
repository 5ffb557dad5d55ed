import type { ActKind, Acknowledged } from './ledger';
import type { Random } from './random';

/** One request, what the ledger keeps of it, and where its answer names the rows that it made. */
export interface Act {
  readonly act: ActKind;
  readonly path: string;
  readonly persona: string;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly facts: Partial<Pick<Acknowledged, 'reportedAt' | 'caseId' | 'happenedAt' | 'conversation'>>;
  idsOf(answer: Readonly<Record<string, unknown>>): readonly string[];
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const WILLOW = 'agency:00000000-0000-7000-8000-000000000006';
const SYLLABLES = [
  'al',
  'ber',
  'cor',
  'dun',
  'el',
  'far',
  'gil',
  'hob',
  'ist',
  'jor',
  'kel',
  'lun',
  'mar',
  'nor',
];
const OUTCOMES = ['no-answer', 'engaged-tone', 'cut-off', 'spoke'] as const;
/** Told from the service's own clock: an act must not lie ahead of it by the time it arrives. */
const MARGIN_MS = 1_500;

/** An invented person; two in three were reported a day ago, so that their clocks end while the run goes on. */
export function referral(given: {
  readonly random: Random;
  readonly now: number;
  readonly dueWithinSeconds: number;
}): Act {
  const { random, now, dueWithinSeconds } = given;
  const soon = random.next() < 0.67;
  const ago = soon ? DAY_MS - random.between(3, dueWithinSeconds) * 1_000 : random.between(1, 20) * HOUR_MS;
  const reportedAt = new Date(Math.floor((now - ago) / 1_000) * 1_000).toISOString();
  const name = Array.from({ length: 3 }, () => random.oneOf(SYLLABLES)).join('');
  return {
    act: 'referral',
    path: '/api/v1/referrals',
    persona: random.oneOf(['officer', 'officer-south']),
    body: {
      reportedAt,
      nameToAskFor: `Sample ${name}`,
      ageInYears: random.between(18, 80),
      district: 'E07000066',
      route: null,
      alternative: { kind: 'third-party' },
    },
    facts: { reportedAt },
    idsOf: ({ id }) => [String(id)],
  };
}

export function attemptOn(caseId: string, { random, now }: { random: Random; now: number }): Act {
  const outcome = random.oneOf(OUTCOMES);
  const conversation = outcome === 'spoke';
  const happenedAt = new Date(now - MARGIN_MS).toISOString();
  const given = { emotionalSupport: 'given', justiceInformation: 'given', supportOffer: 'given' };
  return {
    act: 'attempt',
    path: `/api/v1/cases/${caseId}/attempts`,
    persona: 'responder',
    body: {
      channel: 'call',
      outcome,
      happenedAt,
      routeId: null,
      ...(conversation && { identity: 'code-word', ...given }),
    },
    facts: { caseId, happenedAt, conversation },
    idsOf: ({ attemptId }) => [String(attemptId)],
  };
}

export function consentOn(caseId: string, { random, etag }: { random: Random; etag: string }): Act {
  const decision = random.oneOf(['given', 'refused'] as const);
  return {
    act: 'consent',
    path: `/api/v1/cases/${caseId}/consent/answers`,
    persona: 'responder',
    headers: { 'if-match': etag },
    body: {
      recipient: WILLOW,
      purpose: 'support',
      decision,
      ...(decision === 'given' && { dataClasses: ['identity', 'safe-contact'] }),
      giver: 'person',
      how: 'by-phone',
    },
    facts: { caseId },
    idsOf: ({ entryIds }) => (entryIds as readonly unknown[]).map(String),
  };
}
