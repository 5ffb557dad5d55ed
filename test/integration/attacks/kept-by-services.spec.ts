import { randomUUID } from 'node:crypto';
import { BookAppointment } from '#libs/casework';
import {
  instant,
  type AppointmentId,
  type CaseId,
  type PersonId,
  type RouteId,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import { appointmentsOfCase } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { CareActs, MONDAY } from '../care/support';
import { ConsentActs, WILLOW } from '../consent/support';
import { handOverBy, heldTransport, withEmail } from '../person-messages/support';
import { RequestActs } from '../service-requests/support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new CareActs(instance);
const consent = new ConsentActs(instance);
const requests = new RequestActs(instance);
let caseId: CaseId;
let personId: PersonId;
let routeId: RouteId;

const FRIDAY = instant('2026-03-06T14:00:00Z');
const REFUSED = /row-level security|permission denied|42501|keeps itself/;
const ALL = ['identity', 'safe-contact', 'needs', 'support-fact', 'investigation'] as const;

beforeEach(async () => {
  await instance().setNow(MONDAY);
  const referred = await withEmail(instance(), await promise.refer('2026-03-02T10:00:00Z'));
  ({ caseId, personId } = referred);
  routeId = referred.emailRouteId as string as RouteId;
});

/** Another adviser of the same service, who has others in hand. */
const colleague = (): StaffActor => ({
  ...instance().persona('adviser'),
  userId: '018f3c1e-0000-7000-8000-00000000beef' as string as UserId,
});

/** Writes as the web process could if somebody had talked it into a statement of their own. */
function write<Row = unknown>(
  actor: StaffActor,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const { userId, role, agencyId, teamId } = actor;
  return instance().web.transaction(async (manager) => {
    await manager.query('select app.begin_work($1, $2, $3, $4)', [role, userId, agencyId, teamId]);
    return manager.query<Row[]>(sql, [...values]);
  });
}
const as = <Row = unknown>(by: string, sql: string, values: readonly unknown[] = []) =>
  write<Row>(instance().persona(by), sql, values);

async function allocated(classes: Parameters<RequestActs['sent']>[1] = [...ALL]): Promise<void> {
  const requestId = await requests.sent(caseId, classes);
  await requests.accept(await requests.now(requestId), 'coordinator', instance().persona('adviser').userId);
}

async function booked(by = 'adviser', startsAt = FRIDAY): Promise<AppointmentId> {
  const details = { place: 'at-our-centre' as const, words: null, startsAt, minutes: 60 };
  const outcome = await acts.book({ caseId, ...details }, by);
  if (outcome.kind !== 'booked') throw new Error(JSON.stringify(outcome));
  return outcome.appointmentId;
}

const book = (by: StaffActor, row: { keptBy: string; of: CaseId; person: PersonId; movedFrom?: string }) =>
  write(
    by,
    `insert into app.appointment (appointment_id, place, starts_at, ends_at, booked_by, booked_at, case_id, person_id,
       handling_agency_id, kept_by, moved_from)
     values ($1, 'by-phone', '2026-03-09T10:00Z', '2026-03-09T11:00Z', $2, '2026-03-02T11:00Z', $3, $4,
       $5, $6, $7)`,
    [
      randomUUID(),
      by.userId,
      row.of,
      row.person,
      instance().persona('responder').agencyId,
      row.keptBy,
      row.movedFrom ?? null,
    ],
  );

describe('P6 whoever has no part in a case at a service', () => {
  it('is a colleague with others in hand, also where the desk shared by hand before it asked', async () => {
    await consent.shared(caseId, ['identity', 'needs', 'safe-contact']);
    await allocated();
    await booked();
    const seen = await instance().webWork.read(colleague(), (manager) => appointmentsOfCase(manager, caseId));
    expect(seen).toEqual([]);
    expect(await acts.seenBy('adviser', 'appointment', caseId)).toBe(1);
  });
});

describe('P6 a service past the use cases', () => {
  it('adds nothing for another service, to another case, or to another person', async () => {
    await allocated();
    const adviser = instance().persona('adviser');
    const other = await promise.refer('2026-03-02T10:00:00Z');
    const sarc = instance().persona('sarc').agencyId;
    await expect(book(adviser, { keptBy: sarc, of: caseId, person: personId })).rejects.toThrow(REFUSED);
    await expect(book(adviser, { keptBy: WILLOW, of: other.caseId, person: personId })).rejects.toThrow(
      REFUSED,
    );
    await expect(book(adviser, { keptBy: WILLOW, of: caseId, person: other.personId })).rejects.toThrow(
      REFUSED,
    );
    await expect(book(colleague(), { keptBy: WILLOW, of: caseId, person: personId })).rejects.toThrow(
      REFUSED,
    );
    await expect(book(adviser, { keptBy: WILLOW, of: caseId, person: personId })).resolves.toBeDefined();
  });

  it('puts none of its own in the place of what the desk keeps', async () => {
    await allocated();
    const theirs = await booked('responder');
    const adviser = instance().persona('adviser');
    const row = { keptBy: WILLOW, of: caseId, person: personId, movedFrom: theirs };
    await expect(book(adviser, row)).rejects.toThrow(REFUSED);
    await acts.score(caseId, [{ measure: 'feels-safer', answer: 'scored', score: 2 }]);
    await expect(
      as(
        'adviser',
        `insert into app.outcome_score (score_id, measure, answer, scale_lowest, scale_highest, settings_version,
           happened_at, recorded_by, recorded_at, supersedes, case_id, person_id, handling_agency_id, kept_by)
         select $1, measure, 'declined', scale_lowest, scale_highest, settings_version, happened_at, $2, recorded_at,
           score_id, case_id, person_id, handling_agency_id, $3
         from app.outcome_score where case_id = $4`,
        [randomUUID(), adviser.userId, WILLOW, caseId],
      ),
    ).rejects.toThrow(REFUSED);
  });

  it('changes nothing that the desk keeps, and nothing that is settled', async () => {
    await allocated();
    const theirs = await booked('responder');
    const own = await booked('adviser', instant('2026-03-06T16:00:00Z'));
    const cancel = `update app.appointment set state = 'confirmed' where appointment_id = $1 returning 1`;
    expect(await as('adviser', cancel, [theirs])).toEqual([[], 0]);
    await acts.changeAppointment(own, { kind: 'cancel', reason: 'person-asked' });
    await expect(
      as(
        'adviser',
        `update app.appointment set state = 'booked', reason = null, settled_by = null, settled_at = null
         where appointment_id = $1 returning 1`,
        [own],
      ),
    ).rejects.toThrow(REFUSED);
  });

  it('is told of no reminder of the desk, and takes none back, when both meet the person at one time', async () => {
    await allocated();
    const theirs = await booked('responder');
    expect(await acts.remind(theirs, routeId, 'email')).toMatchObject({ kind: 'queued' });
    const own = await booked('adviser');
    expect(await acts.seenBy('adviser', 'person_message', caseId)).toBe(0);
    await acts.changeAppointment(own, { kind: 'cancel', reason: 'person-asked' }, 'adviser');
    const messages = await instance().admin('select state from app.person_message where case_id = $1', [
      caseId,
    ]);
    expect(messages).toEqual([{ state: 'queued' }]);
  });

  it('pages of its own case alone, and nobody but whoever the desk has on call', async () => {
    await allocated();
    const adviser = instance().persona('adviser');
    const other = await promise.refer('2026-03-02T10:00:00Z');
    await as(
      'adviser',
      `insert into app.risk_flag (risk_id, risk, raised_by, raised_at, review_on, case_id, person_id,
         handling_agency_id, kept_by)
       values ($1, 'danger-now', $2, '2026-03-02T10:06Z', '2026-03-04', $3, $4, $5, $6)`,
      [randomUUID(), adviser.userId, caseId, personId, instance().persona('responder').agencyId, WILLOW],
    );
    const [own] = await instance().admin<{ referral_id: string; reference: string; owner_team_id: string }>(
      'select referral_id, reference, owner_team_id from app.case_file where case_id = $1',
      [caseId],
    );
    const page = (change: { referral?: string; reference?: string; team?: string; paged?: string }) =>
      as(
        'adviser',
        `insert into app.urgent_page (page_id, referral_id, case_id, handling_agency_id, team_id, reference, reasons,
           raised_at, policy_version, next_step_at, about, about_id, paged_user_id)
         select $1, $2, f.case_id, f.handling_agency_id, $3, $4, '{danger-now}', now(), 1, now(), 'need', f.risk_id, $5
         from app.risk_flag f where f.case_id = $6`,
        [
          randomUUID(),
          change.referral ?? own?.referral_id,
          change.team ?? own?.owner_team_id,
          change.reference ?? own?.reference,
          change.paged ?? null,
          caseId,
        ],
      );
    await expect(page({ referral: other.referralId })).rejects.toThrow(REFUSED);
    await expect(page({ reference: other.reference })).rejects.toThrow(REFUSED);
    await expect(page({ team: randomUUID() })).rejects.toThrow(REFUSED);
    await expect(page({ paged: instance().persona('officer').userId })).rejects.toThrow(REFUSED);
    await expect(page({})).resolves.toBeDefined();
  });

  it('sees who is on call only at a desk that shares something with it', async () => {
    await allocated();
    const { persona, admin } = instance();
    const desk = persona('responder');
    const onCall = async (agencyId: unknown) => {
      await admin(
        `insert into app.on_call_shift (shift_id, agency_id, team_id, user_id, from_at, to_at)
         values ($1, $2, $3, $4, '2026-03-02T00:00Z', '2026-03-03T00:00Z')`,
        [randomUUID(), agencyId, desk.teamId, desk.userId],
      );
      const seen = await as('coordinator', 'select agency_id from app.on_call_shift');
      await admin(`update app.on_call_shift set removed_at = from_at`);
      return seen;
    };
    expect(await onCall(desk.agencyId)).toEqual([{ agency_id: desk.agencyId }]);
    expect(await onCall(persona('officer').agencyId)).toEqual([]);
  });
});

describe('P5 a reminder that a service asked for', () => {
  const leaves = async () => {
    const held = heldTransport();
    held.release();
    await handOverBy(instance(), held.transport).execute({ limit: 5 });
    return instance().admin('select state, reason from app.person_message where case_id = $1', [caseId]);
  };

  it('stays when the share is narrowed to other classes', async () => {
    await allocated();
    await acts.remind(await booked(), routeId, 'email', 'adviser');
    await consent.withdraw(caseId, { dataClass: 'safe-contact' });
    expect(await leaves()).toMatchObject([{ state: expect.stringMatching('withheld|cancelled') as string }]);
  });

  it('stays when the desk closes the share', async () => {
    const shareId = await consent.shared(caseId, ['identity', 'safe-contact']);
    await acts.remind(await booked(), routeId, 'email', 'adviser');
    await consent.change(shareId, 'close');
    expect(await leaves()).toMatchObject([{ state: expect.stringMatching('withheld|cancelled') as string }]);
  });
});

describe('P6 an answer that was stored', () => {
  it('is repeated to nobody else, and none of it tells more than ids', async () => {
    await allocated();
    const { webWork, vault, ids, persona } = instance();
    const booking = new BookAppointment(webWork, vault, ids);
    const asked = { caseId, place: 'by-phone' as const, words: null, startsAt: FRIDAY, minutes: 60 };
    const once = onlyOnce();
    const first = await booking.execute(persona('adviser'), asked, once);
    expect(first).toMatchObject({ kind: 'done', result: { kind: 'booked' } });
    expect(await booking.execute(persona('adviser'), asked, once)).toMatchObject({ kind: 'repeated' });
    for (const by of [colleague(), persona('sarc'), persona('officer')])
      expect(await booking.execute(by, asked, once)).toEqual({ kind: 'done', result: { kind: 'not-found' } });
  });
});

describe('P9 what a service writes into the journal', () => {
  const journal = (by: string, kind: string, subject: string, of: CaseId) =>
    as(
      by,
      `insert into app.journal (era, subject_kind, subject_id, sequence, event_type, event_version, happened_at,
         recorded_at, actor_kind, actor_id, agency_id, case_id, payload, leaf_hash)
       values (1, $1, $2, 99, 'appointment.confirmed', 1, now(), now(), 'staff', $3, $4, $5, '{}', sha256('a sample'))`,
      [kind, subject, instance().persona(by).userId, instance().persona(by).agencyId, of],
    );

  it('is of its own records, of their case, and of nothing besides', async () => {
    await allocated();
    const theirs = await booked('responder');
    const own = await booked('adviser', instant('2026-03-06T16:00:00Z'));
    const other = await promise.refer('2026-03-02T10:00:00Z');
    await expect(journal('adviser', 'appointment', own, caseId)).resolves.toBeDefined();
    for (const [kind, subject, of] of [
      ['appointment', theirs, caseId],
      ['appointment', own, other.caseId],
      ['case', caseId, caseId],
      ['duty', own, caseId],
      ['urgent-page', own, caseId],
      ['message-cancellation', own, caseId],
    ] as const)
      await expect(journal('adviser', kind, subject, of)).rejects.toThrow(REFUSED);
    await expect(journal('sarc', 'appointment', own, caseId)).rejects.toThrow(REFUSED);
  });
});
