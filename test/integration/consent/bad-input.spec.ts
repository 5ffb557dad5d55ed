import { ChangeCard, DecideMatch, MatchReferrals, SetWall, type CardPart } from '#libs/casework';
import type { CaseId, MatchReviewId } from '#libs/domain';
import { MatchQueue } from '#libs/persistence';
import { RECORD_REFUSALS } from '../../../apps/web/src/pages/consent/record.copy';
import { DECIDE_REFUSALS } from '../../../apps/web/src/pages/matching/matching.copy';
import { CARD_REFUSALS } from '../../../apps/web/src/pages/safe-contact/contradiction.copy';
import { CHANGE_SHARE_REFUSALS } from '../../../apps/web/src/pages/shares/share.copy';
import { caughtUp } from '../../support/caught-up';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { ConsentActs, MONDAY } from './support';

const HOURS = { timezone: 'Europe/London', holidays: [], knownUntil: '2027-12-31' } as const;

describe('what cannot be true is refused with its reason, and with what to do instead', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const consent = new ConsentActs(instance);

  beforeEach(() => instance().setNow(MONDAY));

  const refer = async (change = {}) => (await promise.refer('2026-03-02T10:00:00Z', change)).caseId;

  async function changeCard(caseId: CaseId, change: CardPart) {
    const { webWork, vault, ids, persona } = instance();
    const revision = await consent.revisionOf(caseId);
    const input = { caseId, revision, change, timezone: 'Europe/London' };
    const once = await new ChangeCard(webWork, vault, ids).execute(persona('responder'), input, onlyOnce());
    return once.kind === 'done' ? once.result : once;
  }

  it('a card that contradicts itself', async () => {
    const lostContact = { policeCheck: 'yes', afterDays: 3, via: 'third-party' } as const;
    const result = await changeCard(await refer(), { part: 'lost-contact', lostContact });
    expect(result).toEqual({ kind: 'refused', reason: 'no-third-party' });
    expect(CARD_REFUSALS['no-third-party'].sentence).toMatch(/write|name|choose|add/i);
  });

  it('a window that never opens', async () => {
    const windows = { ...HOURS, schedule: {} } as unknown as Extract<CardPart, { part: 'times' }>['windows'];
    const result = await changeCard(await refer(), { part: 'times', windows, never: null });
    expect(result).toEqual({ kind: 'refused', reason: 'never-opens' });
    expect(CARD_REFUSALS['never-opens'].sentence).toMatch(/at least one|change|leave|enter/i);
  });

  it('consent by somebody who may not give it', async () => {
    const child = await refer({ age: { kind: 'years', years: 12 } });
    expect(await consent.record(child)).toEqual({ kind: 'refused', reason: 'under-13-needs-another' });
    const young = await refer({ age: { kind: 'years', years: 15 } });
    expect(await consent.record(young)).toEqual({ kind: 'refused', reason: 'under-16-needs-assessment' });
    const adult = await refer();
    const parent = await consent.record(adult, { giver: 'parent' });
    expect(parent).toEqual({ kind: 'refused', reason: 'decides-for-themselves' });
    const proxy = await consent.record(adult, { giver: 'proxy' });
    expect(proxy).toEqual({ kind: 'refused', reason: 'authority-needed' });
    expect(RECORD_REFUSALS['under-13-needs-another'].sentence).toContain('ask for an override');
    expect(RECORD_REFUSALS['under-16-needs-assessment'].sentence).toContain('record the answer of a parent');
    expect(RECORD_REFUSALS['decides-for-themselves'].sentence).toContain('Ask the person');
    expect(RECORD_REFUSALS['authority-needed'].sentence).toContain('Select');
  });

  it('P6 an override that has expired', async () => {
    const caseId = await refer();
    const asked = await consent.askOverride(caseId, { purpose: 'support', hours: 4 });
    if (asked.kind !== 'asked') throw new Error(JSON.stringify(asked));
    await consent.decide(asked.overrideId, { kind: 'confirm' });
    const proposed = await consent.propose(caseId, ['identity']);
    if (proposed.kind !== 'proposed') throw new Error(JSON.stringify(proposed));
    await instance().setNow('2026-03-02T14:05:31Z');
    const opened = await consent.change(proposed.shareId, 'open');
    expect(opened).toEqual({ kind: 'refused', reason: 'no-ground' });
    expect(CHANGE_SHARE_REFUSALS['no-ground'].sentence).toContain('Record their answer');
  });

  it('P7 a merge of two people with live walls that differ', async () => {
    const who = {
      nameToAskFor: 'Sample Avocet',
      fullName: 'Anna Avocet',
      age: { kind: 'born', bornOn: '1988-05-17' },
      crimeReference: null,
    };
    const [one, other] = [await refer(who), await refer(who)];
    const { worker, workerWork, webWork, vault, ids, persona, admin } = instance();
    await caughtUp(instance(), new MatchQueue(worker));
    while ((await new MatchReferrals(workerWork, vault, ids).execute({ limit: 20 })) > 0);
    const keepOut = async (caseId: CaseId, colleague: string) => {
      const target = { kind: 'user', userId: persona(colleague).userId } as const;
      const rest = { kind: 'staff', spareReferrer: false, sparesLeads: false, basis: 'person-said' } as const;
      const wall = { caseId, revision: await consent.revisionOf(caseId), target, ...rest };
      const once = await new SetWall(webWork, ids).execute(persona('lead'), wall, onlyOnce());
      expect(once).toMatchObject({ result: { kind: 'set' } });
    };
    await keepOut(one, 'responder');
    await keepOut(other, 'responder-two');
    const [review] = await admin<{ review_id: MatchReviewId; revision: number }>(
      'select review_id, revision from app.match_review where $1 in (case_id, other_case_id) and $2 in (case_id, other_case_id)',
      [one, other],
    );
    const decision = { decision: 'same-person', reason: 'details-agree', note: null } as const;
    const input = { reviewId: review!.review_id, revision: review!.revision, ...decision };
    const once = await new DecideMatch(webWork, vault, ids).execute(persona('lead'), input, onlyOnce());
    expect(once).toMatchObject({ result: { kind: 'refused', reason: 'walled' } });
    expect(DECIDE_REFUSALS.walled.sentence).toContain('Ask a duty lead');
  });
});
