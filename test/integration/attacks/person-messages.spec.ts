import type { StaffActor } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { messagesOf, NOW, queueMail, withEmail, type Mailed } from '../person-messages/support';

/** Statements that a broken or stolen web or worker process might try, below every use case. */
describe('messages to people, below the use cases', () => {
  const instance = useInstance();
  const acts = new PromiseActs(instance);
  let found: Mailed;
  let other: Mailed;
  beforeAll(async () => {
    await instance().setNow(NOW);
    found = await withEmail(instance(), await acts.refer('2026-03-02T10:00:00Z'));
    other = await withEmail(instance(), await acts.refer('2026-03-02T10:00:00Z'));
    await queueMail(instance(), found);
  });

  const asWeb = <Row>(actor: StaffActor, sql: string, values: unknown[] = []) =>
    instance().webWork.read(actor, (manager) => manager.query<Row[]>(sql, values));
  const elsewhere = (): StaffActor => ({
    ...instance().persona('responder'),
    agencyId: instance().persona('officer').agencyId,
  });
  const insert = `insert into app.person_message (message_id, case_id, person_id, handling_agency_id, route_id, channel,
      kind, template_id, template_version, about_at, next_try_at, queued_by, queued_at)
    select uuidv7(), c.case_id, c.person_id, $2, $3, 'email', 'appointment', 'reminder', 1, now() + interval '1 day',
      now(), $4, now() from app.case_file c where c.case_id = $1`;

  it.each(['officer', 'sarc', 'commissioner', 'administrator'])('P7 a %s sees none of them', async (key) => {
    const actor = instance().persona(key);
    for (const table of ['person_message', 'safety_review', 'contact_stop', 'delivery_report']) {
      const rows = await asWeb(actor, `select 1 from app.${table}`).catch(() => []);
      expect(rows).toEqual([]);
    }
  });

  it('P7 another agency sees none of them, and writes none', async () => {
    expect(await asWeb(elsewhere(), 'select 1 from app.person_message')).toEqual([]);
    const { agencyId, userId } = elsewhere();
    const written = await asWeb<never>(elsewhere(), insert, [
      found.caseId,
      agencyId,
      found.emailRouteId,
      userId,
    ]);
    expect(written[1] ?? 0).toBe(0);
  });

  it('P5 nobody queues one on the route of somebody else, in the name of a colleague, or as gone already', async () => {
    const { agencyId, userId } = instance().persona('responder');
    const responder = instance().persona('responder');
    const lead = instance().persona('lead').userId;
    const forged = [
      asWeb(responder, insert, [found.caseId, agencyId, other.emailRouteId, userId]),
      asWeb(responder, insert, [found.caseId, agencyId, found.emailRouteId, lead]),
      asWeb(responder, `update app.person_message set state = 'handed-over' where case_id = $1`, [
        found.caseId,
      ]),
      asWeb(instance().persona('manager'), insert, [found.caseId, agencyId, found.emailRouteId, userId]),
    ];
    for (const attempt of forged) {
      await expect(attempt).rejects.toMatchObject({ driverError: { code: '42501' } });
    }
    expect(await messagesOf(instance(), found.caseId)).toMatchObject([{ state: 'queued' }]);
  });

  it('P8 the worker opens the address of a message that it has claimed, and no other record of anybody', async () => {
    const opened = () =>
      instance().workerWork.read({ kind: 'service', process: 'mail' }, (manager) =>
        manager.query<{ record_id: string; kind: string }[]>(
          'select record_id, kind from vault.person_record',
        ),
      );
    expect(await opened()).toEqual([]);
    await instance().admin('update app.person_message set claimed_at = now() where case_id = $1', [
      found.caseId,
    ]);
    expect(await opened()).toEqual([{ record_id: found.emailRouteId, kind: 'contact-route' }]);
    await instance().admin('update app.person_message set claimed_at = null where case_id = $1', [
      found.caseId,
    ]);
  });

  it('a responder answers no review and lifts no stop', async () => {
    const responder = instance().persona('responder');
    const changed = await asWeb<never>(
      responder,
      `update app.safety_review set state = 'answered', answer = 'safe-again', answered_by = $1, answered_at = now()`,
      [responder.userId],
    );
    expect(changed[1] ?? 0).toBe(0);
    const lifted = await asWeb<never>(
      responder,
      'update app.contact_stop set lifted_by = $1, lifted_at = now()',
      [responder.userId],
    );
    expect(lifted[1] ?? 0).toBe(0);
  });

  it('P5 P6 whoever may not see the case can still stop what waits for the person', async () => {
    const [row] = await asWeb<{ message_id: string }>(
      instance().persona('sarc'),
      `select message_id from app.cancel_person_messages($1, 'consent-withdrawn', null, null)`,
      [found.personId],
    );
    expect(row).toBeDefined();
    expect(await messagesOf(instance(), found.caseId)).toMatchObject([
      { state: 'cancelled', reason: 'consent-withdrawn' },
    ]);
  });
});
