import fc from 'fast-check';
import { instant, plus, SECOND } from '../time';
import { CONSENT_DECISIONS, DATA_CLASSES, type Purpose, type Recipient } from './codes';
import type { ConsentEntry, ConsentEntryId } from './ledger';
import { mayConsent, AUTHORITIES, GIVERS } from './may-consent';
import { AGE_BANDS } from '../referral';
import { mayShare, type ShareQuestion } from './may-share';

const START = instant('2026-03-02T10:00:00Z');
const RECIPIENTS: readonly Recipient[] = ['agency:willow', 'gp'];
const SOME_PURPOSES: readonly Purpose[] = ['support', 'health-care'];

const anyEntry: fc.Arbitrary<ConsentEntry> = fc
  .record({
    id: fc.uuid().map((id) => id as ConsentEntryId),
    decision: fc.constantFrom(...CONSENT_DECISIONS),
    recipient: fc.constantFrom(...RECIPIENTS),
    purpose: fc.constantFrom(...SOME_PURPOSES),
    dataClass: fc.option(fc.constantFrom(...DATA_CLASSES)),
    recordedAt: fc.integer({ min: 0, max: 20 }).map((seconds) => plus(START, seconds * SECOND)),
    expiresAt: fc.option(fc.integer({ min: 1, max: 40 }).map((seconds) => plus(START, seconds * SECOND))),
  })
  .map((entry) =>
    entry.decision === 'given'
      ? { ...entry, dataClass: entry.dataClass ?? 'identity' }
      : { ...entry, expiresAt: null },
  );
const anyLedger = fc.array(anyEntry, { maxLength: 12 });
const anyTime = fc.integer({ min: 0, max: 45 }).map((seconds) => plus(START, seconds * SECOND));
const QUESTIONS: readonly ShareQuestion[] = RECIPIENTS.flatMap((recipient) =>
  SOME_PURPOSES.flatMap((purpose) => DATA_CLASSES.map((dataClass) => ({ recipient, purpose, dataClass }))),
);
const allowed = (ledger: readonly ConsentEntry[], now: ReturnType<typeof plus>) =>
  QUESTIONS.filter((question) => mayShare(ledger, question, now).kind === 'may').map((question) =>
    JSON.stringify(question),
  );

describe('the consent ledger', () => {
  it('never allows more after somebody withdraws or refuses (P6)', () => {
    const no = anyEntry.filter(({ decision }) => decision !== 'given');
    fc.assert(
      fc.property(anyLedger, no, anyTime, (ledger, entry, now) => {
        const before = new Set(allowed(ledger, now));
        for (const still of allowed([...ledger, entry], now)) expect(before).toContain(still);
      }),
    );
  });

  it('allows nothing about a purpose from the instant it is withdrawn as a whole, until it is given anew', () => {
    fc.assert(
      fc.property(anyLedger, anyTime, (ledger, now) => {
        const last = plus(START, 20 * SECOND);
        const withdrawn = QUESTIONS.map(({ recipient, purpose }): ConsentEntry => ({
          id: `${recipient} ${purpose}` as ConsentEntryId,
          decision: 'withdrawn',
          recipient,
          purpose,
          dataClass: null,
          recordedAt: last,
          expiresAt: null,
        }));
        if (now >= last) expect(allowed([...ledger, ...withdrawn], now)).toEqual([]);
      }),
    );
  });

  it('never allows more because an age was corrected: what is in doubt allows nothing, and the rest as before (P6)', () => {
    fc.assert(
      fc.property(anyLedger, fc.array(fc.boolean(), { maxLength: 12 }), anyTime, (ledger, doubted, now) => {
        const after = ledger.map((entry, index) =>
          doubted[index] === true ? { ...entry, doubtedAt: now } : entry,
        );
        const before = new Set(allowed(ledger, now));
        for (const still of allowed(after, now)) expect(before).toContain(still);
        const all = ledger.map((entry) => ({ ...entry, doubtedAt: now }));
        expect(allowed(all, now)).toEqual([]);
        const question = QUESTIONS.find((one) => mayShare(ledger, one, now).kind === 'may');
        if (question === undefined) return;
        expect(mayShare(all, question, now)).toMatchObject({ reason: 'giver-was-a-child' });
      }),
    );
  });

  it('gives one answer whatever the order of its rows', () => {
    fc.assert(
      fc.property(anyLedger, anyTime, (ledger, now) => {
        expect(allowed(ledger.toReversed(), now)).toEqual(allowed(ledger, now));
      }),
    );
  });

  it('counts the agreement that runs out sooner when two were recorded at one instant', () => {
    const [entry] = fc.sample(
      anyEntry.filter(({ decision }) => decision === 'given'),
      1,
    );
    const lasting = { ...entry!, expiresAt: null };
    const ended = { ...entry!, expiresAt: plus(entry!.recordedAt, SECOND) };
    const now = plus(entry!.recordedAt, 2 * SECOND);
    expect(allowed([lasting, ended], now)).toEqual([]);
    expect(allowed([ended, lasting], now)).toEqual([]);
  });

  it('allows only what somebody agreed to before and that has not run out', () => {
    fc.assert(
      fc.property(anyLedger, anyTime, (ledger, now) => {
        for (const question of QUESTIONS) {
          const decision = mayShare(ledger, question, now);
          if (decision.kind === 'may-not') continue;
          expect(decision.entry).toMatchObject({ ...question, decision: 'given' });
          expect(decision.entry.recordedAt).toBeLessThanOrEqual(now);
          expect(decision.entry.expiresAt ?? Infinity).toBeGreaterThan(now);
        }
      }),
    );
  });
});

describe('who may consent', () => {
  it('never takes a yes for a child under 16 on their own word without an assessment', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GIVERS),
        fc.constantFrom(...AGE_BANDS),
        fc.boolean(),
        fc.option(fc.constantFrom(...AUTHORITIES)),
        (giver, ageBand, assessed, authority) => {
          const answer = mayConsent({ decision: 'given', giver, ageBand, assessed, authority });
          if (answer.kind === 'refused') return;
          const child = ageBand === 'under-13' || ageBand === '13-15';
          if (child && giver === 'person') expect(assessed).toBe(true);
          if (answer.basis === 'adult') expect(child).toBe(false);
          if (giver === 'proxy') expect(authority).not.toBeNull();
        },
      ),
    );
  });
});
