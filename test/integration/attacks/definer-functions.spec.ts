import { OfferPlanLead, MovePlanLead, TakeCase } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY, WILLOW } from '../consent/support';
import { REPORTED, RequestActs } from '../service-requests/support';
import { TOLD } from './definer-functions.table';

/**
 * A function that runs as its owner sees every row there is, so each of them is asked here by everybody who can sign in,
 * about a person whose case runs the whole pathway: who is told anything at all stands in the table, with a reason.
 */
const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new RequestActs(instance);

const PERSONAS = [
  'officer',
  'officer-south',
  'responder',
  'responder-two',
  'lead',
  'manager',
  'commissioner',
  'auditor',
  'administrator',
  'sarc',
  'adviser',
  'coordinator',
  'dpo',
  'safeguarding',
];
let about: Readonly<Record<string, unknown>>;

function everybody(): readonly (readonly [string, StaffActor])[] {
  const { persona } = instance();
  const known = PERSONAS.map((key) => [key, persona(key)] as const);
  return [...known, ['another desk', { ...persona('lead'), agencyId: persona('commissioner').agencyId }]];
}

beforeAll(async () => {
  const { setNow, webWork, persona, admin } = instance();
  await setNow(MONDAY);
  const { caseId } = await promise.refer(REPORTED);
  await new TakeCase(webWork).execute(persona('responder'), { caseId, revision: 1 }, onlyOnce());
  const requestId = await acts.sent(caseId);
  await acts.accept(await acts.now(requestId));
  await acts.allocate(await acts.now(requestId), persona('adviser').userId);
  await acts.proposed(caseId, { serviceId: null, kind: 'counselling' });
  await leadOf(caseId);
  const [row] = await admin<Record<string, unknown>>(
    `select c.case_id, c.person_id, c.referral_id, c.reference, s.share_id, c.handling_agency_id from app.case_file c
     join app.share s on s.case_id = c.case_id where c.case_id = $1`,
    [caseId],
  );
  const extra = { willow: WILLOW, responderTwo: persona('responder-two').userId };
  about = { ...row, ...extra, requestId, adviser: persona('adviser').userId, sarc: persona('sarc').agencyId };
  await admin(
    `insert into app.staff_leave (leave_id, agency_id, user_id, from_at, to_at, state, recorded_by, recorded_at, next_look_at)
     values (gen_random_uuid(), $1, $2, $3::timestamptz - interval '1 day', $3::timestamptz + interval '3 days',
       'planned', $2, $3, $3)`,
    [WILLOW, persona('adviser').userId, MONDAY],
  );
  for (const [column, who] of [
    ['walled_user_id', persona('responder-two').userId],
    ['walled_agency_id', persona('sarc').agencyId],
  ])
    await admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, ${column}, basis, set_by, set_at)
       values (gen_random_uuid(), $1, $2, $3, 'staff', $4, 'person-said', $5, $6)`,
      [row?.person_id, caseId, row?.handling_agency_id, who, persona('lead').userId, MONDAY],
    );
});

async function leadOf(caseId: CaseId): Promise<void> {
  const { webWork, ids, persona } = instance();
  const offered = await new OfferPlanLead(webWork, ids).execute(
    persona('responder'),
    { caseId, agencyId: WILLOW },
    onlyOnce(),
  );
  if (offered.kind !== 'done' || offered.result.kind !== 'offered') throw new Error(JSON.stringify(offered));
  const move = { leadId: offered.result.leadId, revision: 1, event: 'accept' } as const;
  await new MovePlanLead(webWork).execute(persona('adviser'), move, onlyOnce());
}

const NOTHING = ['null', 'false', '0', '""', '[]'];

/** Nothing: no row, or rows of nothing but no, none and zero; a call that is refused says nothing either. */
async function isTold(actor: StaffActor, call: string): Promise<boolean> {
  const { userId, agencyId, teamId, role } = actor;
  const said: unknown[] = [];
  await instance()
    .web.transaction(async (manager) => {
      await manager.query('select app.begin_work($1, $2, $3, $4)', [role, userId, agencyId, teamId]);
      const values: unknown[] = [];
      const sql = call.replaceAll(/:(\w+)/g, (_, name: string) => `$${values.push(about[name])}`);
      const rows = await manager.query<Record<string, unknown>[]>(`select * from ${sql}`, values);
      said.push(...rows.flatMap((row) => Object.values(row)));
      throw new Error('nothing of this is kept');
    })
    .catch(() => undefined);
  return said.some((value) => !NOTHING.includes(JSON.stringify(value)));
}

describe('functions that run as their owner', () => {
  it('P7 are all in the table, with whom they tell anything and why', async () => {
    const found = await instance().admin<{ name: string }>(
      `select p.proname as name from pg_proc p
       where p.pronamespace = 'app'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype
         and has_function_privilege('waymark_web', p.oid, 'execute') order by 1`,
    );
    expect(Object.keys(TOLD).toSorted()).toEqual(found.map(({ name }) => name));
  });

  it('P7 may be called by the public nowhere', async () => {
    const open = await instance().admin(
      `select p.proname from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
       where p.pronamespace = 'app'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype
         and a.grantee = 0`,
    );
    expect(open).toEqual([]);
  });

  it.each(Object.entries(TOLD))('P7 %s tells nobody else', async (_, { call, to }) => {
    const told: string[] = [];
    for (const [name, actor] of everybody()) if (await isTold(actor, call)) told.push(name);
    expect(told.toSorted()).toEqual([...to].toSorted());
  });
});
