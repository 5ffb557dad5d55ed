import type { CaseId, PoliceTaskId } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

const REFUSED = /row-level security/;
const REPORTED = '2026-03-02T10:00:00Z';

interface Writing {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Writes as the web process could if somebody had talked it into a statement of their own, and takes it back. */
async function attempt(persona: string, { sql, values }: Writing): Promise<void> {
  const { userId, role, agencyId, teamId } = instance().persona(persona);
  const runner = instance().web.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('select app.begin_work($1, $2, $3, $4)', [role, userId, agencyId, teamId]);
    await runner.query(sql, [...values]);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const userOf = (persona: string) => instance().persona(persona).userId;
const deskAgency = () => instance().persona('responder').agencyId;

let referred: ReferredCase;

beforeAll(async () => {
  await instance().setNow('2026-03-02T10:05:00Z');
  referred = await acts.refer(REPORTED);
  const at = { happened: '2026-03-02T10:10:00Z', typedIn: '2026-03-02T10:11:00Z' };
  await acts.attempt(referred, 'spoke', { ...at, conversation: null });
  await instance().admin(
    `insert into app.second_person_check (check_id, kind, case_id, handling_agency_id, reference, reason, asked_by, asked_at)
     values (uuidv7(), 'exhausted', $1, $2, $3, 'policy-used-up', $4, app.service_now())`,
    [referred.caseId, deskAgency(), referred.reference, userOf('responder')],
  );
});

/** Each row as a use case would write it: $1 the case, $2 the agency that handles it, $3 whoever writes. */
const ROWS = {
  contact_attempt: `(attempt_id, case_id, handling_agency_id, recorded_by, channel, outcome, rung, happened_at,
      recorded_at, confirmation)
    values (uuidv7(), $1, $2, $3, 'call', 'no-answer', 1, app.service_now(), app.service_now(), 'not-needed')`,
  conversation_follow_up: `(attempt_id, case_id, handling_agency_id, recorded_by, identity, recorded_at)
    select attempt_id, $1, $2, $3, 'not-sure', app.service_now() from app.contact_attempt where case_id = $1`,
  call_back: `(call_back_id, case_id, handling_agency_id, made_by, at, made_at, flags)
    values (uuidv7(), $1, $2, $3, app.service_now() + interval '1 hour', app.service_now(), '{}')`,
  interpreter_booking: `(booking_id, case_id, handling_agency_id, recorded_by, language, gender, outside_community,
      outcome, recorded_at)
    values (uuidv7(), $1, $2, $3, 'pl', 'any', false, 'none-available', app.service_now())`,
  exhausted_contact: `(check_id, case_id, handling_agency_id, recorded_by, basis, attempts, policy_version,
      welfare_check, recorded_at)
    select check_id, $1, $2, $3, 'policy-used-up', 5, 1, 'not-known', app.service_now()
    from app.second_person_check where case_id = $1`,
  deadline_exception: `(exception_id, case_id, handling_agency_id, recorded_by, reason, from_at, to_at, recorded_at)
    values (uuidv7(), $1, $2, $3, 'no-safe-route', app.service_now(), app.service_now() + interval '1 hour',
      app.service_now())`,
} as const;

function rowBy(table: string, author: string): Writing {
  const row = ROWS[table as keyof typeof ROWS];
  return { sql: `insert into app.${table} ${row}`, values: [referred.caseId, deskAgency(), userOf(author)] };
}

describe('what only those who call write down', () => {
  const tables = Object.keys(ROWS);

  it.each(tables)('P4 app.%s takes nothing from a service manager', (table) =>
    expect(attempt('manager', rowBy(table, 'manager'))).rejects.toThrow(REFUSED),
  );

  it.each(tables)('P9 app.%s takes nothing in a colleague’s name', (table) =>
    expect(attempt('responder', rowBy(table, 'lead'))).rejects.toThrow(REFUSED),
  );

  it.each(tables)('app.%s takes what a responder or a lead writes themselves', async (table) => {
    await expect(attempt('responder', rowBy(table, 'responder'))).resolves.toBeUndefined();
    await expect(attempt('lead', rowBy(table, 'lead'))).resolves.toBeUndefined();
  });
});

describe('asking for a second person', () => {
  const correctedStart = (askedBy: string): Writing => ({
    sql: `insert into app.second_person_check (check_id, kind, case_id, handling_agency_id, reference,
            corrected_start_at, reason, asked_by, asked_at)
          values (uuidv7(), 'corrected-start', $1, $2, $3, $4, 'typed-wrongly', $5, app.service_now())`,
    values: [referred.caseId, deskAgency(), referred.reference, new Date(REPORTED), userOf(askedBy)],
  });

  const lateEntry = (askedBy: string): Writing => ({
    sql: `insert into app.second_person_check (check_id, kind, case_id, handling_agency_id, reference, attempt_id,
            reason, asked_by, asked_at)
          select uuidv7(), 'late-entry', $1, $2, $3, attempt_id, 'typed-in-after-the-deadline', $4, app.service_now()
          from app.contact_attempt where case_id = $1`,
    values: [referred.caseId, deskAgency(), referred.reference, userOf(askedBy)],
  });

  it.each(['sarc', 'manager', 'commissioner', 'auditor', 'administrator'])(
    'P4 a corrected start is not asked for by the persona %s',
    (persona) => expect(attempt(persona, correctedStart(persona))).rejects.toThrow(REFUSED),
  );

  it('P7 a corrected start is not asked for by a team that did not send the referral', () =>
    expect(attempt('officer-south', correctedStart('officer-south'))).rejects.toThrow(REFUSED));

  it.each(['officer', 'responder', 'lead'])('a corrected start is asked for by the persona %s', (persona) =>
    expect(attempt(persona, correctedStart(persona))).resolves.toBeUndefined(),
  );

  it('P4 nobody asks in a colleague’s name, to confirm it themselves afterwards', () =>
    expect(attempt('responder', correctedStart('lead'))).rejects.toThrow(REFUSED));

  it('P4 a late entry is asked about in the name of whoever made it and nobody else', async () => {
    await expect(attempt('manager', lateEntry('responder'))).resolves.toBeUndefined();
    await expect(attempt('manager', lateEntry('manager'))).rejects.toThrow(REFUSED);
    await expect(attempt('lead', lateEntry('lead'))).rejects.toThrow(REFUSED);
  });
});

describe('an officer who answers a task', () => {
  async function reached(persona: string, taskId: PoliceTaskId, caseId: CaseId) {
    const { userId, role, agencyId, teamId } = instance().persona(persona);
    return instance().web.transaction(async (manager) => {
      await manager.query('select app.begin_work($1, $2, $3, $4)', [role, userId, agencyId, teamId]);
      await manager.query(`select set_config('waymark.answering', $1, true)`, [taskId]);
      const [found] = await manager.query<Record<string, number>[]>(
        `select (select count(*) from app.case_file where case_id = $1)::integer as cases,
           (select count(*) from app.person)::integer as people,
           (select count(*) from app.incident)::integer as incidents`,
        [caseId],
      );
      return found;
    });
  }

  it('P7 reaches the one case, and reads neither the person’s codes nor the incident', async () => {
    const { caseId } = await acts.refer(REPORTED, { crimeReference: null });
    const [task] = await instance().admin<{ task_id: PoliceTaskId }>(
      `select task_id from app.police_task where case_id = $1 and state = 'open'`,
      [caseId],
    );
    const taskId = task!.task_id;
    expect(await reached('officer', taskId, caseId)).toEqual({ cases: 1, people: 0, incidents: 0 });
    expect(await reached('officer-south', taskId, caseId)).toEqual({ cases: 0, people: 0, incidents: 0 });
    expect(await reached('responder', taskId, caseId)).toEqual({ cases: 1, people: 2, incidents: 2 });
  });
});

describe('an urgent page', () => {
  const page = (
    { referralId, caseId, reference }: ReferredCase,
    agencyOf: 'responder' | 'officer' = 'responder',
  ): Writing => ({
    sql: `insert into app.urgent_page (page_id, referral_id, case_id, handling_agency_id, team_id, reference, reasons,
            raised_at, policy_version, state, next_step_at)
          values (uuidv7(), $1, $2, $3, $4, $5, '{danger-now}', app.service_now(), 1, 'open', app.service_now())`,
    values: [
      referralId,
      caseId,
      instance().persona(agencyOf).agencyId,
      instance().persona('responder').teamId,
      reference,
    ],
  });

  it.each(['officer-south', 'sarc', 'responder', 'lead', 'manager'])(
    'is not raised about another’s referral by the persona %s',
    (persona) => expect(attempt(persona, page(referred))).rejects.toThrow(REFUSED),
  );

  it('is raised by whoever sent the referral, at the desk that handles it and no other', async () => {
    await expect(attempt('officer', page(referred))).resolves.toBeUndefined();
    await expect(attempt('officer', page(referred, 'officer'))).rejects.toThrow(REFUSED);
  });
});
