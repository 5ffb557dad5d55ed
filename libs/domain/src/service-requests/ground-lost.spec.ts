import { agencyRecipient, type ConsentEntry, type ConsentOverride } from '../consent';
import { instant, type Instant } from '../time';
import { groundLost } from './ground-lost';
import { AGENCY, ASKED, OTHER_AGENCY } from './service-request.samples';

const NOW = instant('2026-03-10T10:00:00Z');
const MONDAY = instant('2026-03-09T10:00:00Z');
const FRIDAY = instant('2026-03-06T10:00:00Z');
const about = { recipient: agencyRecipient(AGENCY), purpose: 'support' } as const;

const agreed = (change: Partial<ConsentEntry> = {}): ConsentEntry[] => [
  {
    ...about,
    dataClass: null,
    decision: 'given',
    recordedAt: ASKED,
    expiresAt: null,
    ...change,
  } as ConsentEntry,
];
const overridden = (endedAt: Instant, change: Partial<ConsentOverride> = {}): ConsentOverride[] => [
  { ...about, dataClasses: ['needs'], state: 'ended', endsAt: NOW, endedAt, ...change } as ConsentOverride,
];
const why = (ledger: readonly ConsentEntry[], overrides: readonly ConsentOverride[] = []) =>
  groundLost({ agencyId: AGENCY, purpose: 'support' }, { ledger, overrides, now: NOW });

describe('why a request has no ground any more', () => {
  it.each([
    ['agreement that ran out', agreed({ expiresAt: MONDAY }), [], 'consent-expired'],
    [
      'agreement that was taken back',
      agreed({ decision: 'withdrawn', recordedAt: MONDAY }),
      [],
      'consent-withdrawn',
    ],
    ['a giver who was a child', agreed({ doubtedAt: MONDAY }), [], 'giver-was-a-child'],
    ['an override, where nobody was ever asked', [], overridden(MONDAY), 'override-ended'],
    [
      'an override that ended by itself',
      [],
      overridden(MONDAY, { endedAt: null, endsAt: MONDAY }),
      'override-ended',
    ],
  ] as const)('is %s', (_, ledger, overrides, reason) => {
    expect(why(ledger, overrides)).toBe(reason);
  });

  it('is whichever of the two ended last', () => {
    const takenBack = (recordedAt: Instant) => agreed({ decision: 'withdrawn', recordedAt });
    expect(why(takenBack(FRIDAY), overridden(MONDAY))).toBe('override-ended');
    expect(why(takenBack(MONDAY), overridden(FRIDAY))).toBe('consent-withdrawn');
  });

  it('is no override for another agency, for other classes or that still goes on', () => {
    const takenBack = agreed({ decision: 'withdrawn', recordedAt: FRIDAY });
    for (const change of [
      { recipient: agencyRecipient(OTHER_AGENCY) },
      { dataClasses: ['identity'] as const },
      { endedAt: null, endsAt: instant('2026-04-01T10:00:00Z') },
    ])
      expect(why(takenBack, overridden(MONDAY, change))).toBe('consent-withdrawn');
  });
});
