import fc from 'fast-check';
import {
  ChangeShare,
  KeepTold,
  MovePlanLead,
  OfferPlanLead,
  PlanNextContact,
  ProposeShare,
  type PlanDoor,
} from '#libs/casework';
import {
  agencyRecipient,
  DATA_CLASSES,
  instant,
  TOLD_TOPICS,
  visibleParts,
  type AgencyId,
  type CaseId,
  type DataClass,
  type ShareId,
  type ToldTopic,
} from '#libs/domain';
import { casePlan } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { ConsentActs, MONDAY, WILLOW } from '../consent/support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const consent = new ConsentActs(instance);

beforeEach(() => instance().setNow(MONDAY));

const done = <Result>(once: { kind: string; result?: Result }): Result => {
  if (once.result === undefined) throw new Error(once.kind);
  return once.result;
};
const centre = (): AgencyId => instance().persona('sarc').agencyId;
const seenBy = (caseId: CaseId, by: string) =>
  instance().webWork.read(instance().persona(by), (manager) => casePlan(manager, caseId));

/** The second service of a case, beside the one that `ConsentActs` shares with. */
async function sharedWithCentre(caseId: CaseId, dataClasses: readonly DataClass[]): Promise<ShareId> {
  const { webWork, ids, persona } = instance();
  await consent.record(caseId, { recipient: agencyRecipient(centre()), dataClasses });
  const input = { caseId, agencyId: centre(), purpose: 'support', dataClasses } as const;
  const proposed = done(
    await new ProposeShare(webWork, ids).execute(persona('responder'), input, onlyOnce()),
  );
  if (proposed.kind !== 'proposed') throw new Error(JSON.stringify(proposed));
  const { shareId } = proposed;
  const opened = await new ChangeShare(webWork).execute(
    persona('responder'),
    { shareId, revision: 1, change: 'open' },
    onlyOnce(),
  );
  expect(done(opened)).toMatchObject({ kind: 'changed' });
  return shareId;
}

async function centreLeads(caseId: CaseId): Promise<void> {
  const { webWork, ids, persona } = instance();
  const offer = done(
    await new OfferPlanLead(webWork, ids).execute(
      persona('responder'),
      { caseId, agencyId: centre() },
      onlyOnce(),
    ),
  );
  if (offer.kind !== 'offered') throw new Error(JSON.stringify(offer));
  const move = { leadId: offer.leadId, revision: 1, event: 'accept' } as const;
  expect(done(await new MovePlanLead(webWork).execute(persona('sarc'), move, onlyOnce()))).toMatchObject({
    kind: 'moved',
  });
}

describe('P6 a plan that two services read', () => {
  it('says that another service leads, and which one with consent for the fact of support alone', async () => {
    const { caseId } = await promise.refer('2026-03-02T10:00:00Z');
    await consent.shared(caseId, ['identity', 'support-fact']);
    await sharedWithCentre(caseId, ['identity']);
    await centreLeads(caseId);
    const told = await seenBy(caseId, 'adviser');
    expect([told.lead?.agencyId, told.lead?.sharing, told.otherLeads]).toEqual([centre(), true, true]);
    await consent.withdraw(caseId, { dataClass: 'support-fact' });
    const less = await seenBy(caseId, 'adviser');
    expect([less.lead, less.otherLeads, [...less.agencyNames.keys()].includes(centre())]).toEqual([
      null,
      true,
      false,
    ]);
    expect(less.supporters.map(({ agencyId }) => agencyId)).toEqual([WILLOW]);
    const own = await seenBy(caseId, 'sarc');
    expect([own.lead?.agencyId, own.otherLeads]).toEqual([centre(), false]);
    await consent.withdraw(caseId);
    expect((await seenBy(caseId, 'adviser')).otherLeads).toBe(false);
  });

  it('is what the rule keeps of the whole plan, whatever was agreed to', async () => {
    const classes = fc.subarray([...DATA_CLASSES].filter((one) => one !== 'identity'));
    const topics = fc.record({
      desk: fc.subarray([...TOLD_TOPICS]),
      willow: fc.subarray([...TOLD_TOPICS]),
      centre: fc.subarray([...TOLD_TOPICS]),
    });
    await fc.assert(
      fc.asyncProperty(classes, topics, async (agreed, told) => {
        const { caseId } = await promise.refer('2026-03-02T10:00:00Z');
        const may: readonly DataClass[] = ['identity', ...agreed];
        const shareId = await consent.shared(caseId, may);
        const atCentre = await sharedWithCentre(caseId, ['identity']);
        await writes({ kind: 'case', caseId }, 'responder', told.desk);
        await writes({ kind: 'share', shareId }, 'adviser', told.willow);
        await writes({ kind: 'share', shareId: atCentre }, 'sarc', told.centre);
        const whole = await seenBy(caseId, 'lead');
        expect(whole.contacts).toHaveLength(3);
        const wanted = visibleParts(whole, { agencyId: WILLOW, may: (one) => may.includes(one) });
        const { supporters, contacts, told: read } = await seenBy(caseId, 'adviser');
        expect({ supporters, contacts, told: read }).toEqual(wanted);
      }),
      { numRuns: 12 },
    );
  }, 180_000);
});

async function writes(door: PlanDoor, by: string, topics: readonly ToldTopic[]): Promise<void> {
  const { webWork, ids, persona } = instance();
  const contact = { door, way: 'call', at: instant('2026-03-04T09:00:00Z') } as const;
  await new PlanNextContact(webWork, ids).execute(persona(by), contact, onlyOnce());
  await new KeepTold(webWork, ids).execute(persona(by), { door, topics }, onlyOnce());
}
