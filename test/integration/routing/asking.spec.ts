import { SuggestRouting } from '#libs/casework';
import {
  agencyRecipient,
  NOTHING_ASKED,
  type AgencyId,
  type CaseId,
  type RoutingDecision,
  type RoutingDecisionId,
  type ServiceId,
  type ServiceRequestId,
} from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY } from '../consent/support';
import { OUTSIDE_ISVA, REPORTED, RequestActs } from '../service-requests/support';
import { RoutingActs, SERICC, WILLOW, WILLOW_AGENCY } from './support';

const HARLOW = 'E07000073';
const SERICC_AGENCY = '00000000-0000-7000-8000-000000000022' as AgencyId;
const NO_REASON = { reason: null } as const;

describe('asking a service', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const requests = new RequestActs(instance);
  const routing = new RoutingActs(instance);

  beforeEach(() => instance().setNow(MONDAY));

  const referred = async () => (await promise.refer(REPORTED)).caseId;
  const livesIn = (caseId: CaseId, district: string) =>
    instance().admin(
      `update app.referral set district = $2
       where referral_id = (select referral_id from app.case_file where case_id = $1)`,
      [caseId, district],
    );
  const decisions = (caseId: CaseId) =>
    instance().admin<{ id: RoutingDecisionId }>(
      'select decision_id as id from app.routing_decision where case_id = $1 order by decided_at, decision_id',
      [caseId],
    );
  const overrides = (caseId: CaseId) =>
    instance().admin<{ service: ServiceId; reason: string; as: string }>(
      `select service_id as service, reason, chosen_as as "as" from app.routing_override where case_id = $1`,
      [caseId],
    );
  const isva = ({ answers }: RoutingDecision) => answers.find(({ kind }) => kind === 'isva')!;
  async function routedFor(caseId: CaseId) {
    const id = await routing.routed(caseId);
    return { id, ...isva((await routing.kept(id)).answer) };
  }
  async function barWillow(caseId: CaseId): Promise<void> {
    await instance().admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_agency_id, basis,
         set_by, set_at)
       select gen_random_uuid(), c.person_id, c.case_id, c.handling_agency_id, 'staff', $2, 'colleague-said', $3, now()
       from app.case_file c where c.case_id = $1`,
      [caseId, WILLOW_AGENCY, instance().persona('lead').userId],
    );
  }

  it('routes a case that nobody has routed, keeps the answer, and rests on it', async () => {
    const caseId = await referred();
    const requestId = await requests.proposed(caseId);
    const kept = await decisions(caseId);
    expect(kept).toHaveLength(1);
    const [row] = await instance().admin<{ decision_id: string }>(
      'select decision_id from app.service_request where request_id = $1',
      [requestId],
    );
    expect(row?.decision_id).toBe(kept[0]?.id);
  });

  it('is free for the first, and needs a coded reason for one that comes after', async () => {
    const caseId = await referred();
    const { candidates } = await routedFor(caseId);
    const first = candidates[0]!.serviceId;
    const other = candidates.find((one) => one.serviceId !== first && !one.unconfirmed && !one.asGoodAsFirst);
    if (other === undefined) throw new Error('the area has two services that are not alike');
    const { serviceId } = other;
    expect(await requests.propose(caseId, { serviceId, ...NO_REASON })).toEqual({
      kind: 'refused',
      reason: 'choose-with-a-reason',
    });
    expect(await overrides(caseId)).toEqual([]);
    expect(await requests.propose(caseId, { serviceId })).toMatchObject({ kind: 'proposed' });
    expect(await overrides(caseId)).toEqual([
      { service: serviceId, reason: 'persons-choice', as: 'first-responder' },
    ]);
    expect(await requests.propose(caseId, { serviceId: first, ...NO_REASON })).toMatchObject({
      kind: 'proposed',
    });
    expect(await overrides(caseId)).toHaveLength(1);
    expect(await decisions(caseId)).toHaveLength(1);
  });

  it('whose district nobody has confirmed is for a lead, routed or not; their choice covers the responder', async () => {
    const caseId = await referred();
    await livesIn(caseId, HARLOW);
    const ask = (by: string, reason: 'confirmed-by-service' | null) =>
      requests.propose(caseId, { serviceId: SERICC, reason }, by);
    expect(await ask('responder', 'confirmed-by-service')).toEqual({
      kind: 'refused',
      reason: 'lead-decides',
    });
    const [kept] = await decisions(caseId);
    expect(isva((await routing.kept(kept!.id)).answer).candidates).toContainEqual(
      expect.objectContaining({ serviceId: SERICC, unconfirmed: true }),
    );
    expect(await ask('responder', 'confirmed-by-service')).toEqual({
      kind: 'refused',
      reason: 'lead-decides',
    });
    expect(await decisions(caseId)).toHaveLength(1);
    expect(await ask('lead', null)).toEqual({ kind: 'refused', reason: 'choose-with-a-reason' });
    const choice = { caseId, decisionId: kept!.id, kind: 'isva', serviceId: SERICC } as const;
    expect(await routing.override({ ...choice, reason: 'confirmed-by-service' }, 'lead')).toMatchObject({
      kind: 'overridden',
    });
    expect(await ask('responder', null)).toMatchObject({ kind: 'proposed' });
  });

  it('that the directory keeps out needs a lead too, and the same for a request that came back to the desk', async () => {
    const caseId = await referred();
    const { rejected } = await routedFor(caseId);
    const far = rejected.find(({ reasons }) => reasons.some(({ code }) => code === 'out-of-area'));
    if (far === undefined) throw new Error('some service does not cover the district');
    const { serviceId } = far;
    const refused = { kind: 'refused', reason: 'lead-decides' };
    expect(await requests.propose(caseId, { serviceId })).toEqual(refused);
    const open = await requests.proposed(caseId, { serviceId: null });
    expect(await requests.choose(await requests.now(open), serviceId)).toEqual(refused);
    expect(await requests.choose(await requests.now(open), serviceId, 'lead')).toMatchObject({
      kind: 'changed',
    });
    expect(await overrides(caseId)).toEqual([
      { service: serviceId, reason: 'persons-choice', as: 'duty-lead' },
    ]);
  });

  it('keeps nothing of a choice whose form was stale', async () => {
    const caseId = await referred();
    const open = await requests.proposed(caseId, { serviceId: null });
    const act = await requests.now(open);
    expect(await requests.choose({ ...act, revision: act.revision + 7 }, WILLOW)).toMatchObject({
      kind: 'stale',
    });
    expect([await decisions(caseId), await overrides(caseId)]).toEqual([[], []]);
  });

  it('under an answer about another case is the same 404 as one about none', async () => {
    const [mine, other] = [await referred(), await referred()];
    const decisionId = await routing.routed(other);
    for (const forged of [decisionId, '01920000-0000-7000-8000-000000000000'])
      for (const serviceId of [WILLOW, null])
        expect(await requests.propose(mine, { decisionId: forged, serviceId })).toEqual({
          kind: 'not-found',
        });
    expect(await decisions(mine)).toEqual([]);
  });

  describe('where a wall stands', () => {
    const LEFT_TO_THE_LEAD = {
      asked: true,
      candidates: [],
      rejected: [],
      decidedBy: { role: 'duty-lead', reason: 'lead-decides' },
    };
    const refused = { kind: 'refused', reason: 'lead-decides' };
    const written = new Map<CaseId, ServiceRequestId>();
    async function sendable(caseId: CaseId, change: { serviceId?: ServiceId; agencyId?: AgencyId } = {}) {
      const { serviceId = WILLOW, agencyId = WILLOW_AGENCY } = change;
      const recipient = agencyRecipient(agencyId as AgencyId);
      await requests.consent.record(caseId, { dataClasses: ['needs'], recipient });
      written.set(caseId, await requests.proposed(caseId, { serviceId }));
      return caseId;
    }
    const sent = async (caseId: CaseId, by?: string) =>
      requests.send(await requests.now(written.get(caseId)!), by);
    const counselling = (decision: RoutingDecision) =>
      decision.answers.find(({ kind }) => kind === 'counselling');

    it('P7: reads to a responder as what a rule leaves to the lead does, in the row, the journal and every refusal', async () => {
      const [walled, shared] = [await referred(), await referred()];
      await barWillow(walled);
      await livesIn(shared, HARLOW);
      const ofWall = await routing.routed(walled);
      const ofRule = await routing.routed(shared, { wanted: ['counselling'] });
      expect(isva(await routing.readable(ofWall))).toEqual({ kind: 'isva', ...LEFT_TO_THE_LEAD });
      expect(counselling(await routing.readable(ofRule))).toEqual({
        kind: 'counselling',
        ...LEFT_TO_THE_LEAD,
      });
      const noted = await instance().admin<{ payload: { byPerson: string[] } }>(
        `select payload from app.journal where event_type = 'case.routed' and case_id = any($1) order by position`,
        [[walled, shared]],
      );
      expect(noted.map(({ payload }) => payload.byPerson)).toEqual([['isva'], ['counselling']]);
      for (const serviceId of [WILLOW, SERICC])
        expect(await requests.propose(walled, { serviceId })).toEqual(refused);
      const named = isva((await routing.kept(ofWall)).answer);
      expect(named.rejected).toContainEqual(
        expect.objectContaining({ serviceId: WILLOW, reasons: [{ code: 'not-suitable' }] }),
      );
    });

    it('P7: leaves the same behind when a responder asks the walled service as when they ask another', async () => {
      const traces = async (serviceId: ServiceId) => {
        const caseId = await referred();
        await barWillow(caseId);
        expect(await requests.propose(caseId, { serviceId })).toEqual(refused);
        const events = await instance().admin<{ type: string }>(
          'select event_type as type from app.journal where case_id = $1 order by position',
          [caseId],
        );
        return { kept: (await decisions(caseId)).length, events: events.map(({ type }) => type) };
      };
      const ofWilling = await traces(SERICC);
      expect(ofWilling.kept).toBe(1);
      expect(await traces(WILLOW)).toEqual(ofWilling);
    });

    it('P7: answers a form that is refused anyway as if there were no wall', async () => {
      const [walled, open] = [await referred(), await referred()];
      const answers = [];
      for (const caseId of [walled, open]) {
        const asked = await requests.proposed(caseId);
        const spare = await requests.proposed(caseId, { serviceId: null });
        if (caseId === walled) await barWillow(caseId);
        const before = await decisions(caseId);
        const again = [
          await requests.send(await requests.now(asked)),
          await requests.propose(caseId),
          await requests.choose(await requests.now(spare), WILLOW),
        ].map((answer) => ('reason' in answer ? answer.reason : answer.kind));
        expect(await decisions(caseId)).toHaveLength(before.length);
        answers.push(again);
      }
      expect(answers[0]).toEqual(['no-ground', 'asked-already', 'asked-already']);
      expect(answers[0]).toEqual(answers[1]);
    });

    it('P7: lets nothing leave for it, and says so as of a service that a lead decides about by now', async () => {
      const [walled, unsure] = [await referred(), await referred()];
      await barWillow(await sendable(walled));
      await livesIn(await sendable(unsure, { serviceId: SERICC, agencyId: SERICC_AGENCY }), HARLOW);
      expect([await sent(walled), await sent(unsure)]).toEqual([refused, refused]);
      expect(await sent(unsure, 'lead')).toMatchObject({ kind: 'changed' });
      expect(await sent(walled, 'lead')).toEqual({ kind: 'refused', reason: 'not-possible' });
    });

    it('P7: gives the whole answer to leads alone, past the use cases too', async () => {
      const caseId = await referred();
      await barWillow(caseId);
      const id = await routing.routed(caseId);
      const seen = (persona: string) =>
        instance().webWork.read(instance().persona(persona), (manager) =>
          manager.query<{ n: number }[]>(
            'select count(*)::integer as n from app.routing_whole_answer where decision_id = $1',
            [id],
          ),
        );
      for (const persona of ['lead', 'manager'])
        expect([persona, await seen(persona)]).toEqual([persona, [{ n: 1 }]]);
      for (const persona of ['responder', 'officer', 'coordinator', 'auditor', 'administrator', 'dpo'])
        expect([persona, await seen(persona)]).toEqual([persona, [{ n: 0 }]]);
      await expect(
        instance().admin(
          `update app.routing_decision set answer = '{"answers":[{"rejected":[{"reasons":[{"code":"not-suitable"}]}]}]}'`,
        ),
      ).rejects.toThrow();
    });

    it('P7: takes nothing away from what a responder may ask where the service was out of the question anyway', async () => {
      const caseId = await referred();
      await instance().admin(
        `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_agency_id, basis,
           set_by, set_at)
         select gen_random_uuid(), c.person_id, c.case_id, c.handling_agency_id, 'staff', s.agency_id, 'colleague-said',
           $3, now()
         from app.case_file c, app.directory_service s where c.case_id = $1 and s.service_id = $2`,
        [caseId, OUTSIDE_ISVA, instance().persona('lead').userId],
      );
      const plain = await routing.readable(await routing.routed(await referred()));
      expect((await routing.readable(await routing.routed(caseId))).answers).toEqual(plain.answers);
    });

    it('P7: that goes up after the case was routed, or after a service was put on the list, lets nothing go there', async () => {
      const caseId = await referred();
      await requests.consent.record(caseId, { dataClasses: ['needs'] });
      const before = await routedFor(caseId);
      const put = await requests.proposed(caseId);
      await barWillow(caseId);
      expect(await requests.send(await requests.now(put))).toEqual(refused);
      expect(await requests.send(await requests.now(put), 'lead')).toEqual({
        kind: 'refused',
        reason: 'not-possible',
      });
      const other = before.candidates.find(({ serviceId }) => serviceId !== WILLOW);
      if (other !== undefined)
        expect(await requests.propose(caseId, { serviceId: other.serviceId })).toEqual(refused);
      expect(await requests.propose(caseId, { serviceId: other?.serviceId ?? SERICC }, 'lead')).toMatchObject(
        {
          kind: 'proposed',
        },
      );
    });

    it('P8: whoever looks at a suggestion is on record each time, wall or none', async () => {
      const [walled, plain] = [await referred(), await referred()];
      await barWillow(walled);
      const { webWork, persona, admin } = instance();
      for (const caseId of [walled, plain, walled])
        await new SuggestRouting(webWork).execute(persona('responder'), { caseId, asked: NOTHING_ASKED });
      const looked = await admin<{ id: CaseId }>(
        `select case_id as id from app.access_log where what = 'routing-suggested' and case_id = any($1)`,
        [[walled, plain]],
      );
      expect(looked.map(({ id }) => id).toSorted()).toEqual([walled, plain, walled].toSorted());
    });
  });
});
