import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import { instant, plus, HOUR, SECOND } from '../time';
import { agencyRecipient, classesOf, onlyRecipient, PURPOSES, purposeFits, type Recipient } from './codes';
import type { ConsentEntry, ConsentEntryId } from './ledger';
import { consentMatrix } from './matrix';
import { mayConsent } from './may-consent';
import { mayShare, mayShareAll } from './may-share';
import {
  decideOverride,
  endOverride,
  LEGAL_BASES,
  overrideCovers,
  overrideFault,
  overrideStands,
  reviewIsLate,
  reviewOverride,
  type ConsentOverride,
  type OverrideId,
} from './override';
import { afterLoss, groundFor, type Share, type ShareId } from './share';
import { CONSENT_WORDINGS, wordingId } from './wordings';

const NOW = instant('2026-03-02T10:00:00Z');
const WILLOW = 'willow' as AgencyId;
const TO_WILLOW = agencyRecipient(WILLOW);
const LATER = plus(NOW, HOUR);

let serial = 0;
function entry(change: Partial<ConsentEntry> = {}): ConsentEntry {
  serial += 1;
  return {
    id: `entry-${serial}` as ConsentEntryId,
    decision: 'given',
    recipient: TO_WILLOW,
    purpose: 'support',
    dataClass: 'identity',
    recordedAt: NOW,
    expiresAt: null,
    ...change,
  };
}
const identity = { recipient: TO_WILLOW, purpose: 'support', dataClass: 'identity' } as const;

describe('mayShare', () => {
  it('answers no to what nobody was asked (P6)', () => {
    expect(mayShare([], identity, NOW)).toEqual({ kind: 'may-not', reason: 'never-asked', entry: null });
  });

  it('answers yes from the instant of the agreement, for that recipient, purpose and class only', () => {
    const ledger = [entry()];
    expect(mayShare(ledger, identity, NOW).kind).toBe('may');
    expect(mayShare(ledger, identity, plus(NOW, -SECOND)).kind).toBe('may-not');
    expect(mayShare(ledger, { ...identity, dataClass: 'incident' }, NOW).kind).toBe('may-not');
    expect(mayShare(ledger, { ...identity, purpose: 'health-care' }, NOW).kind).toBe('may-not');
    expect(mayShare(ledger, { ...identity, recipient: 'gp' }, NOW).kind).toBe('may-not');
  });

  it('ends an agreement at its last instant, not after it', () => {
    const ledger = [entry({ expiresAt: LATER })];
    expect(mayShare(ledger, identity, plus(LATER, -SECOND)).kind).toBe('may');
    expect(mayShare(ledger, identity, LATER)).toMatchObject({ kind: 'may-not', reason: 'expired' });
  });

  it('lets a refusal of a whole purpose beat an older agreement to one class', () => {
    const ledger = [entry(), entry({ decision: 'refused', dataClass: null, recordedAt: LATER })];
    expect(mayShare(ledger, identity, LATER)).toMatchObject({ kind: 'may-not', reason: 'refused' });
  });

  it('lets people change their mind: a newer agreement counts again', () => {
    const ledger = [entry({ decision: 'withdrawn' }), entry({ recordedAt: LATER })];
    expect(mayShare(ledger, identity, LATER).kind).toBe('may');
  });

  it('asks for every class of a set, and shares no empty set', () => {
    const both = { ...identity, dataClasses: ['identity', 'incident'] } as const;
    expect(mayShareAll([entry()], both, NOW)).toBe(false);
    expect(mayShareAll([entry(), entry({ dataClass: 'incident' })], both, NOW)).toBe(true);
    expect(mayShareAll([entry()], { ...identity, dataClasses: [] }, NOW)).toBe(false);
  });
});

describe('mayConsent', () => {
  const given = { decision: 'given', assessed: false, authority: null } as const;
  it.each([
    ['person', '18-24', false, null, 'adult'],
    ['person', '16-17', false, null, 'adult'],
    ['person', '13-15', true, null, 'gillick'],
    ['parent', '13-15', false, null, 'parental-responsibility'],
    ['parent', 'under-13', false, null, 'parental-responsibility'],
    ['proxy', '60-plus', false, 'court-deputy', 'authority'],
    ['best-interests', '25-39', true, null, 'capacity-best-interests'],
  ] as const)('takes the answer of %s for somebody %s', (giver, ageBand, assessed, authority, basis) => {
    expect(mayConsent({ ...given, giver, ageBand, assessed, authority })).toEqual({ kind: 'may', basis });
  });

  it.each([
    ['person', 'under-13', true, null, 'under-13-needs-another'],
    ['person', '13-15', false, null, 'under-16-needs-assessment'],
    ['parent', '16-17', false, null, 'decides-for-themselves'],
    ['parent', '40-59', true, null, 'decides-for-themselves'],
    ['proxy', '18-24', true, null, 'authority-needed'],
    ['best-interests', '18-24', false, null, 'capacity-needs-assessment'],
    ['best-interests', '13-15', true, null, 'capacity-needs-assessment'],
  ] as const)('refuses the answer of %s for somebody %s', (giver, ageBand, assessed, authority, reason) => {
    expect(mayConsent({ ...given, giver, ageBand, assessed, authority })).toEqual({
      kind: 'refused',
      reason,
    });
  });

  it('lets a child of any age say no', () => {
    for (const decision of ['refused', 'withdrawn'] as const) {
      const answer = { ...given, decision, giver: 'person', ageBand: 'under-13' } as const;
      expect(mayConsent(answer)).toEqual({ kind: 'may', basis: null });
    }
  });
});

describe('an override', () => {
  const asked: ConsentOverride = {
    id: 'override' as OverrideId,
    caseId: 'case' as CaseId,
    personId: 'person' as PersonId,
    handlingAgencyId: 'desk' as AgencyId,
    reference: 'WM-1',
    origin: 'case',
    recipient: 'social-care',
    purpose: 'safeguarding',
    dataClasses: ['identity'],
    basis: 'child-at-risk',
    hours: 24,
    state: 'waiting',
    askedBy: 'clover' as UserId,
    askedAt: NOW,
    decidedBy: null,
    decidedAt: null,
    endsAt: null,
    endedAt: null,
    reviewDueAt: null,
    reviewedBy: null,
    reviewedAt: null,
    finding: null,
    personTold: null,
    revision: 1,
  };
  const elder = 'elder' as UserId;
  const reviewDueAt = plus(NOW, 5 * 24 * HOUR);
  const question = { recipient: 'social-care', purpose: 'safeguarding', dataClass: 'identity' } as const;
  const confirmed = () => {
    const decided = decideOverride(asked, { by: elder, confirm: true, now: NOW, reviewDueAt });
    if (decided.kind === 'refused') throw new Error(decided.reason);
    return decided.override;
  };

  it('opens nothing until a second person has confirmed it (P6)', () => {
    expect(overrideCovers(asked, question, NOW)).toBe(false);
    const alone = decideOverride(asked, { by: asked.askedBy, confirm: true, now: NOW, reviewDueAt });
    expect(alone).toEqual({ kind: 'refused', reason: 'same-person' });
    expect(overrideCovers(confirmed(), question, NOW)).toBe(true);
    expect(overrideCovers(confirmed(), { ...question, dataClass: 'incident' }, NOW)).toBe(false);
  });

  it('ends at its limit though nobody acts, and was over as of then whenever it is noted', () => {
    const limit = plus(NOW, 24 * HOUR);
    expect(overrideStands(confirmed(), plus(limit, -SECOND))).toBe(true);
    expect(overrideStands(confirmed(), limit)).toBe(false);
    expect(endOverride(confirmed(), plus(limit, HOUR))).toMatchObject({ state: 'ended', endedAt: limit });
    expect(endOverride(confirmed(), LATER)).toMatchObject({ state: 'ended', endedAt: LATER });
  });

  it('cannot be asked for longer than its ground allows, for nothing, or without a reason', () => {
    const sound = { basis: 'vital-interests', hours: 72, dataClasses: ['identity'], necessity: 'x' } as const;
    expect(overrideFault(sound)).toBeNull();
    expect(overrideFault({ ...sound, hours: 168 })).toBe('too-long');
    expect(overrideFault({ ...sound, dataClasses: [] })).toBe('nothing-to-share');
    expect(overrideFault({ ...sound, necessity: '  ' })).toBe('why-needed');
  });

  it('names a source for every ground', () => {
    for (const { source } of Object.values(LEGAL_BASES)) expect(source).not.toBe('');
  });

  it('is reviewed by somebody else, and is late the second after it was due', () => {
    const stands = confirmed();
    const review = { finding: 'was-needed', personTold: true, now: LATER } as const;
    expect(reviewOverride(stands, { ...review, by: asked.askedBy })).toMatchObject({ reason: 'same-person' });
    expect(reviewOverride(asked, { ...review, by: elder })).toMatchObject({ reason: 'not-in-force-yet' });
    const reviewed = reviewOverride(stands, { ...review, by: elder });
    if (reviewed.kind === 'refused') throw new Error(reviewed.reason);
    expect(reviewOverride(reviewed.override, { ...review, by: elder })).toMatchObject({
      reason: 'already-reviewed',
    });
    expect(reviewIsLate(stands, reviewDueAt)).toBe(false);
    expect(reviewIsLate(stands, plus(reviewDueAt, SECOND))).toBe(true);
    expect(reviewIsLate(reviewed.override, plus(reviewDueAt, SECOND))).toBe(false);
  });
});

describe('a share', () => {
  const share: Share = {
    id: 'share' as ShareId,
    caseId: 'case' as CaseId,
    personId: 'person' as PersonId,
    handlingAgencyId: 'desk' as AgencyId,
    reference: 'WM-1',
    agencyId: WILLOW,
    purpose: 'support',
    dataClasses: ['identity', 'incident'],
    state: 'open',
    proposedBy: 'clover' as UserId,
    proposedAt: NOW,
    openedBy: 'clover' as UserId,
    openedAt: NOW,
    closedAt: null,
    closing: null,
    revision: 2,
  };
  const both = [entry(), entry({ dataClass: 'incident' })];
  const after = (ledger: readonly ConsentEntry[], one = share) =>
    afterLoss(one, { ledger, overrides: [], now: LATER }, 'consent-withdrawn');

  it('stays as it is while every class has a ground', () => {
    expect(after(both)).toBe(share);
    expect(groundFor(share, 'identity', { ledger: both, overrides: [], now: NOW })).toBe('consent');
  });

  it('loses the class that was withdrawn, and closes with the last one', () => {
    const one = entry({ decision: 'withdrawn', dataClass: 'incident', recordedAt: LATER });
    expect(after([...both, one])).toMatchObject({ state: 'open', dataClasses: ['identity'] });
    const all = entry({ decision: 'withdrawn', dataClass: null, recordedAt: LATER });
    expect(after([...both, all])).toMatchObject({ state: 'closed', closing: 'consent-withdrawn' });
  });

  it('closes as a whole while it is only proposed', () => {
    const one = entry({ decision: 'withdrawn', dataClass: 'incident', recordedAt: LATER });
    expect(after([...both, one], { ...share, state: 'proposed' }).state).toBe('closed');
  });
});

describe('the codes of consent', () => {
  it('have words for every purpose, in a version', () => {
    for (const purpose of PURPOSES) {
      expect(CONSENT_WORDINGS[purpose].words).not.toBe('');
      expect(wordingId(purpose)).toBe(`${purpose}-${CONSENT_WORDINGS[purpose].version}`);
    }
  });

  it('ask about the classes a purpose has, or about those that were chosen', () => {
    expect(classesOf('be-called', ['identity'])).toEqual(['safe-contact']);
    expect(classesOf('support', ['incident', 'identity'])).toEqual(['identity', 'incident']);
    expect(onlyRecipient('be-called')).toBe('this-service');
    expect(onlyRecipient('support')).toBeNull();
  });

  it('ask nobody to call but us, and nobody to investigate but the police', () => {
    const others: readonly Recipient[] = [TO_WILLOW, 'gp', 'family-member'];
    for (const recipient of others) {
      expect(purposeFits('be-called', recipient)).toBe(false);
      expect(purposeFits('investigation', recipient)).toBe(false);
      expect(purposeFits('support', recipient)).toBe(true);
    }
    expect(purposeFits('support', 'police')).toBe(false);
  });

  it('show a row for each line that is always shown and each that was answered', () => {
    const always = [{ recipient: 'police', purpose: 'fact-of-support' }] as const;
    const rows = consentMatrix([entry()], { always, now: NOW });
    expect(rows.map(({ recipient }) => recipient)).toEqual(['police', TO_WILLOW]);
    expect(rows[1]?.cells.filter(({ decision }) => decision.kind === 'may')).toHaveLength(1);
  });
});
