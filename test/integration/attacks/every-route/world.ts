import {
  mayActOn,
  type Act,
  type AgencyId,
  type RecordRelation,
  type StaffActor,
  type WallFacts,
} from '#libs/domain';
import type { TestApi } from '../../api/support/use-api';
import { aShare, readMatch, WILLOW, WILLOW_ID } from '../../api/support/person-acts';
import { aSentRequest } from '../../api/support/request-acts';
import type { AttackedRoute } from './routes';

/** What a record is to whoever asks for it, and whether `domain/access` lets them at it. */
export interface Relationship {
  readonly name: string;
  /** The id that stands first in the address. */
  readonly id: string;
  /** Other ids that belong to it, by the name of their column without `_id`. */
  readonly ids: Readonly<Record<string, string>>;
  allows(actor: StaffActor, acts: readonly Act[]): boolean;
}

/** A kind of record that a route is about: the first parameter, by what stands before it. */
export type Subject = 'case' | 'referral' | 'share' | 'received request';

const SUBJECTS: readonly (readonly [RegExp, Subject])[] = [
  [/^(\/api\/v1)?\/cases\/:/, 'case'],
  [/^(\/api\/v1)?\/referrals\/:/, 'referral'],
  [/^(\/api\/v1)?\/shared\/:/, 'share'],
  [/^(\/provider\/requests|\/api\/v1\/received-requests)\/:/, 'received request'],
];

export function subjectOf({ path }: AttackedRoute): Subject | undefined {
  return SUBJECTS.find(([pattern]) => pattern.test(path))?.[1];
}

export type World = Readonly<Record<Subject, readonly Relationship[]>>;

/** One record of each kind in each relationship that anybody can stand in to it. */
export async function openWorld(api: TestApi): Promise<World> {
  const { instance } = api.web;
  const [ofDesk, walled, butForLeads, elsewhere] = [
    await api.refer({ dangers: ['danger-now'] }),
    await api.refer(),
    await api.refer(),
    await api.refer(),
  ];
  await toAnotherDesk(api, elsewhere.caseId);
  const { agencyId: police } = instance.persona('officer');
  const { teamId: desk } = instance.persona('responder');
  const targets: readonly WallFacts['target'][] = [
    { kind: 'agency', agencyId: police },
    { kind: 'agency', agencyId: WILLOW_ID as AgencyId },
    { kind: 'team', teamId: desk! },
  ];
  const closed = targets.map((target) => wallBefore(target, false));
  const toLeads = targets.map((target) => wallBefore(target, true));
  await putBehind(api, walled.caseId, closed);
  await putBehind(api, butForLeads.caseId, toLeads);
  const records = [
    { name: 'of this desk', of: ofDesk, walls: [] },
    { name: 'behind a wall', of: walled, walls: closed },
    { name: 'behind a wall that spares leads', of: butForLeads, walls: toLeads },
    { name: 'of another desk', of: elsewhere, walls: [] },
  ];
  const related = await Promise.all(
    records.map(async ({ name, of, walls }) => {
      const relation = { ...(await relationOf(api, of.caseId)), walls };
      return { name, of, ids: await idsOf(api, of.caseId), relation };
    }),
  );
  const allowedBy = (relation: RecordRelation) => (actor: StaffActor, acts: readonly Act[]) =>
    acts.some((act) => mayActOn(actor, act, relation));
  return {
    case: related.map(({ name, of, ids, relation }) => ({
      name,
      id: of.caseId,
      ids,
      allows: allowedBy(relation),
    })),
    referral: related.map(({ name, of, ids, relation }) => ({
      name,
      id: of.referralId,
      ids,
      allows: allowedBy(relation),
    })),
    share: await shares(api),
    'received request': await requests(api),
  };
}

const CLASSES = ['identity', 'safe-contact', 'investigation', 'needs', 'support-fact'];

async function shares(api: TestApi): Promise<readonly Relationship[]> {
  const [open, withdrawn, walled] = [await api.refer(), await api.refer(), await api.refer()];
  const made = [];
  for (const { caseId } of [open, withdrawn, walled]) made.push(await aShare(api, caseId, CLASSES));
  const responder = await api.as('responder');
  for (const dataClass of CLASSES) {
    const back = { recipient: WILLOW, purpose: 'support', dataClass, how: 'by-phone' };
    const path = `/api/v1/cases/${withdrawn.caseId}/consent/withdrawals`;
    const answer = await responder.post(path, back, await readMatch(api, withdrawn.caseId));
    if (answer.statusCode !== 201) throw new Error(answer.body);
  }
  await putBehind(api, walled.caseId, [
    wallBefore({ kind: 'agency', agencyId: WILLOW_ID as AgencyId }, false),
  ]);
  const theirs = ({ agencyId }: StaffActor) => agencyId === WILLOW_ID;
  return [
    { name: 'shared with one service', id: made[0]!, ids: {}, allows: theirs },
    { name: 'shared until consent was withdrawn', id: made[1]!, ids: {}, allows: () => false },
    { name: 'shared, and behind a wall', id: made[2]!, ids: {}, allows: () => false },
  ];
}

async function requests(api: TestApi): Promise<readonly Relationship[]> {
  const [sent, walled] = [await aSentRequest(api), await aSentRequest(api)];
  await putBehind(api, walled.caseId, [
    wallBefore({ kind: 'agency', agencyId: WILLOW_ID as AgencyId }, false),
  ]);
  const theirs = ({ agencyId }: StaffActor) => agencyId === WILLOW_ID;
  return [
    { name: 'sent to one service', id: sent.id, ids: {}, allows: theirs },
    { name: 'sent, and behind a wall', id: walled.id, ids: {}, allows: () => false },
  ];
}

function wallBefore(target: WallFacts['target'], sparesLeads: boolean): WallFacts {
  return { kind: 'staff', target, sparedUserId: null, sparesLeads, workers: [] };
}

async function putBehind(api: TestApi, caseId: string, walls: readonly WallFacts[]): Promise<void> {
  const { admin, persona } = api.web.instance;
  for (const { kind, target, sparesLeads } of walls) {
    await admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_agency_id, walled_team_id,
         spares_leads, basis, set_by, set_at)
       select uuidv7(), person_id, case_id, handling_agency_id, $2, $3, $4, $5, 'person-said', $6, app.service_now()
       from app.case_file where case_id = $1`,
      [
        caseId,
        kind,
        target.kind === 'agency' ? target.agencyId : null,
        target.kind === 'team' ? target.teamId : null,
        sparesLeads,
        persona('lead').userId,
      ],
    );
  }
}

/** As if another area's desk handled it: in every table that says which desk does. */
async function toAnotherDesk(api: TestApi, caseId: string): Promise<void> {
  const { admin, persona } = api.web.instance;
  const tables = await admin<{ name: string; by: string }>(
    `select c.oid::regclass::text as name, min(k.attname::text) as by from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app'
     join pg_attribute h on h.attrelid = c.oid and not h.attisdropped and h.attname = 'handling_agency_id'
     join pg_attribute k on k.attrelid = c.oid and not k.attisdropped and k.attname in ('case_id', 'referral_id')
     where c.relkind = 'r' group by c.oid`,
  );
  for (const { name, by } of tables) {
    const its = `select ${by} from app.case_file where case_id = $1`;
    await admin(`update ${name} set handling_agency_id = $2 where ${by} = (${its})`, [
      caseId,
      persona('sarc').agencyId,
    ]);
  }
}

async function relationOf(api: TestApi, caseId: string): Promise<RecordRelation> {
  const [row] = await api.web.instance.admin<Record<string, never>>(
    `select c.handling_agency_id as "handlingAgencyId", r.referring_agency_id as "referringAgencyId",
       r.referring_team_id as "referringTeamId" from app.case_file c join app.referral r using (referral_id)
     where c.case_id = $1`,
    [caseId],
  );
  return row as unknown as RecordRelation;
}

/** One id of each kind that rows of the case hold: `{ attempt: '…', route: '…' }`. */
async function idsOf(api: TestApi, caseId: string): Promise<Readonly<Record<string, string>>> {
  const { admin } = api.web.instance;
  const columns = await admin<{ table: string; column: string; by: string }>(
    `select c.oid::regclass::text as "table", a.attname::text as "column", k.attname::text as by from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app'
     join pg_attribute a on a.attrelid = c.oid and not a.attisdropped and a.atttypid = 'uuid'::regtype
       and a.attname like '%\\_id' and a.attname !~ 'agency|team|user|actor|person_id'
     join pg_attribute k on k.attrelid = c.oid and not k.attisdropped and k.attname in ('case_id', 'person_id')
     where c.relkind in ('r', 'p')`,
  );
  const found = new Map<string, string>();
  for (const { table, column, by } of columns) {
    const [row] = await admin<{ id: string | null }>(
      `select "${column}" as id from ${table} where ${by} = (select ${by} from app.case_file where case_id = $1)
       and "${column}" is not null limit 1`,
      [caseId],
    );
    if (row?.id) found.set(column.replace(/_id$/, ''), row.id);
  }
  return Object.fromEntries(found);
}
