import type { CaseId, ServiceRequestId } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY } from '../consent/support';
import { OUTSIDE_ISVA, REPORTED, RequestActs, WILLOW_CHILD } from './support';

const JOURNAL = `
  insert into app.journal (era, subject_kind, subject_id, sequence, case_id, event_type, event_version, happened_at,
    recorded_at, actor_kind, actor_id, agency_id, payload, leaf_hash)
  values (1, $1, $2, $5, $3, $4, 1, now(), now(), 'staff', app.claim_user(), app.claim_agency(), '{}',
    sha256('invented'))`;
const BARRED = /row-level security/;
const PROVIDERS = ['coordinator', 'adviser'] as const;

describe('what people of a service may write past the use cases', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new RequestActs(instance);
  let caseId: CaseId;
  let otherCase: CaseId;
  let requestId: ServiceRequestId;

  const as = (key: string, sql: string, values: unknown[] = []) =>
    instance().webWork.read(instance().persona(key), (manager) => manager.query<unknown>(sql, values));

  beforeAll(async () => {
    await instance().setNow(MONDAY);
    ({ caseId } = await promise.refer(REPORTED));
    ({ caseId: otherCase } = await promise.refer(REPORTED));
    requestId = await acts.sent(caseId);
  });

  describe.each(PROVIDERS)('of %s, into the journal', (key) => {
    it('is what happened to a request of theirs, of its own case (P9)', async () => {
      const change = 'service-request.acknowledged';
      const place = 900 + PROVIDERS.indexOf(key);
      await expect(
        as(key, JOURNAL, ['service-request', requestId, caseId, change, place]),
      ).resolves.toBeDefined();
      await expect(
        as(key, JOURNAL, ['service-request', requestId, otherCase, change, place]),
      ).rejects.toThrow(BARRED);
      await expect(as(key, JOURNAL, ['service-request', requestId, null, change, place])).rejects.toThrow(
        BARRED,
      );
    });

    it.each([
      'case',
      'deadline',
      'referral',
      'attempt',
      'person',
      'share',
      'plan-lead',
      'wall',
      'service-request',
    ])('is nothing of a %s that they do not see (P4, P9)', async (kind) => {
      for (const id of [caseId, otherCase])
        await expect(as(key, JOURNAL, [kind, id, id, 'contact.reached', 999])).rejects.toThrow(BARRED);
    });
  });

  describe('into a request', () => {
    const set = (what: string, values: readonly unknown[] = []) =>
      as('adviser', `update app.service_request set ${what} where request_id = $1`, [requestId, ...values]);

    it.each([
      ['another service of theirs', 'service_id = $2', [WILLOW_CHILD]],
      ['a manager of the desk', 'managed_by = app.claim_user()', []],
      ['on whom it landed', 'landed_at = now(), landed_on = app.claim_user()', []],
      ['that a manager took it on', 'manager_acknowledged_at = now()', []],
      ['what the desk was offered', 'offered_next_at = now()', []],
      ['what another service suggested', 'suggested_service_id = $2', [OUTSIDE_ISVA]],
      ['when it was sent', `sent_at = sent_at - interval '1 day'`, []],
      [
        'that it was taken back',
        `state = 'withdrawn', withdraw_reason = 'person-asked', step = null, due_at = null,
         next_fire_at = null`,
        [],
      ],
      [
        'that support had begun all at once',
        `state = 'active', started_at = now(), decided_at = now(),
         waiting_since = now()`,
        [],
      ],
    ] as const)('is not %s', async (_, what, values) => {
      await expect(set(what, values)).rejects.toThrow(/for the desk to say|row-level security/);
    });

    it('is no share that the desk opened by hand', async () => {
      const share = '00000000-0000-7000-8000-0000000fade5';
      await instance().admin(
        `insert into app.share (share_id, case_id, person_id, handling_agency_id, reference, agency_id, purpose,
           data_classes, state, proposed_by, proposed_at, opened_by, opened_at)
         select $2, case_id, person_id, handling_agency_id, reference, agency_id, purpose, '{identity}', 'open', $3,
           now(), $3, now()
         from app.service_request where request_id = $1`,
        [requestId, share, instance().persona('lead').userId],
      );
      await expect(set('share_id = $2', [share])).rejects.toThrow(/for the desk to say/);
    });
  });

  it('is one request that follows a no, and no second one', async () => {
    await acts.decline(await acts.now(requestId));
    const follow = `
      insert into app.service_request (request_id, case_id, person_id, handling_agency_id, reference, kind,
        reached_by, purpose, state, band, first_asked_at, proposed_by, proposed_at, step, due_at, next_fire_at,
        clocks_version, instead_of)
      select uuidv7(), case_id, person_id, handling_agency_id, reference, kind, 'inbox', purpose, 'proposed', band,
        first_asked_at, app.claim_user(), now(), 'choose', now(), now(), 1, request_id
      from app.service_request where request_id = $1`;
    await expect(as('coordinator', follow, [requestId])).rejects.toThrow('service_request_followed_once');
  });

  it.each([
    ['another case', '$2, handling_agency_id, agency_id, state'],
    ['another service', 'case_id, handling_agency_id, handling_agency_id, state'],
    ['a state that it is not in', `case_id, handling_agency_id, agency_id, 'active'`],
  ])('is no line of the history that says %s', async (_, said) => {
    const note = `
      insert into app.service_request_step (request_id, case_id, handling_agency_id, agency_id, state, act,
        happened_at, by_user_id, by_agency_id)
      select request_id, ${said}, 'noted', now(), app.claim_user(), app.claim_agency()
      from app.service_request where request_id = $1 and $2::uuid is not null`;
    await expect(as('coordinator', note, [requestId, otherCase])).rejects.toThrow(BARRED);
  });
});
