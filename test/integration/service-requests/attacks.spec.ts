import type { CaseId, ServiceRequestId } from '#libs/domain';
import { caseRequests, receivedRequest } from '#libs/persistence';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY, WILLOW } from '../consent/support';
import { COUNSELLING, REPORTED, RequestActs } from './support';

const TABLES = [
  'service_request',
  'service_request_minimum',
  'service_request_step',
  'service_request_notice',
];
const STRANGERS = [
  'officer',
  'officer-south',
  'sarc',
  'commissioner',
  'administrator',
  'dpo',
  'safeguarding',
];

describe('a request for support, for those whom it is not for', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new RequestActs(instance);
  let caseId: CaseId;
  let requestId: ServiceRequestId;

  beforeAll(async () => {
    await instance().setNow(MONDAY);
    ({ caseId } = await promise.refer(REPORTED));
    requestId = await acts.sent(caseId);
  });

  it.each(STRANGERS)('has no row that %s could read, whatever they ask the database (P7)', async (key) => {
    const rows = await instance().webWork.read(instance().persona(key), async (manager) => {
      const counts: number[] = [];
      for (const table of TABLES) {
        const found = await manager.query<unknown[]>(`select 1 from app.${table} where request_id = $1`, [
          requestId,
        ]);
        counts.push(found.length);
      }
      const journal = await manager.query<unknown[]>(
        `select 1 from app.journal where subject_kind = 'service-request' and subject_id = $1`,
        [requestId],
      );
      return { counts, journal: journal.length, requests: (await caseRequests(manager, caseId)).length };
    });
    expect(rows).toEqual({ counts: [0, 0, 0, 0], journal: 0, requests: 0 });
  });

  it.each(STRANGERS)('is not there for %s to answer (P7)', async (key) => {
    const asRead = await acts.now(requestId);
    const answers = [
      await acts.acknowledge(asRead, key),
      await acts.accept(asRead, key),
      await acts.decline(asRead, key),
      await acts.withdraw(asRead, key),
      await acts.takeOn(asRead, key),
    ];
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['not-found']));
  });

  it('is not the service’s before it is sent, and no other one’s of the same person ever (P6)', async () => {
    const counselling = { kind: 'counselling', serviceId: COUNSELLING, reason: 'persons-choice' } as const;
    const other = await acts.proposed(caseId, counselling, 'lead');
    const seen = await instance().webWork.read(instance().persona('coordinator'), async (manager) => ({
      other: await receivedRequest(manager, other),
      rows: await manager.query<unknown[]>('select 1 from app.service_request where case_id = $1', [caseId]),
      cases: await manager.query<unknown[]>('select 1 from app.case_file where case_id = $1', [caseId]),
      people: await manager.query<unknown[]>(
        'select 1 from app.person p join app.service_request r using (person_id) where r.request_id = $1',
        [requestId],
      ),
    }));
    expect(seen.other).toBeNull();
    expect(seen.rows).toHaveLength(1);
    expect(seen.cases).toHaveLength(0);
    expect(seen.people).toHaveLength(0);
  });

  describe('row-level security alone', () => {
    const as = (key: string, sql: string, values: unknown[] = []) =>
      instance().webWork.read(instance().persona(key), (manager) => manager.query<unknown>(sql, values));

    it('lets no service move a request to another agency', async () => {
      await expect(
        as('coordinator', 'update app.service_request set agency_id = $2 where request_id = $1', [
          requestId,
          '00000000-0000-7000-8000-000000000021',
        ]),
      ).rejects.toThrow(/for the desk to say/);
    });

    it('lets no service ask anything for somebody on its own', async () => {
      await expect(
        as(
          'coordinator',
          `insert into app.service_request (request_id, case_id, person_id, handling_agency_id, reference, kind,
             reached_by, purpose, state, band, first_asked_at, proposed_by, proposed_at, step, due_at, next_fire_at,
             clocks_version)
           select uuidv7(), case_id, person_id, handling_agency_id, reference, kind, 'inbox', purpose, 'proposed', band,
             first_asked_at, app.claim_user(), now(), 'choose', now(), now(), 1
           from app.service_request where request_id = $1`,
          [requestId],
        ),
      ).rejects.toThrow(/row-level security/);
    });

    it('lets no service open a share before it has accepted (P6)', async () => {
      await expect(
        as(
          'coordinator',
          `insert into app.share (share_id, case_id, person_id, handling_agency_id, reference, agency_id, purpose,
             data_classes, state, proposed_by, proposed_at, opened_by, opened_at)
           select uuidv7(), case_id, person_id, handling_agency_id, reference, $2, purpose, '{identity}', 'open',
             app.claim_user(), now(), app.claim_user(), now()
           from app.service_request where request_id = $1`,
          [requestId, WILLOW],
        ),
      ).rejects.toThrow(/row-level security/);
    });

    it('keeps the history as it was', async () => {
      await expect(
        as('lead', `delete from app.service_request_step where request_id = $1`, [requestId]),
      ).rejects.toThrow(/permission denied/);
      await expect(
        instance().admin(`update app.service_request_step set act = 'sent' where request_id = $1`, [
          requestId,
        ]),
      ).rejects.toThrow(/append-only/);
    });

    it('refuses a live request that nobody owes anything (P1)', async () => {
      await expect(
        instance().admin(`update app.service_request set due_at = null where request_id = $1`, [requestId]),
      ).rejects.toThrow(/service_request_live_has_next_due/);
    });
  });
});
