import fc from 'fast-check';
import { behindWall, type StaffActor, type WallFacts } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

const PERSONAS = ['responder', 'responder-two', 'lead', 'manager', 'officer', 'officer-south', 'sarc'];

describe('walls are one rule', () => {
  it('P7 row-level security hides exactly what the rule hides, for random walls and everybody', async () => {
    const { admin, webWork, persona, setNow } = instance();
    await setNow('2026-03-02T10:05:00Z');
    const one = await acts.refer('2026-03-02T10:00:00Z');
    const other = await acts.refer('2026-03-02T10:00:00Z');
    const actors = PERSONAS.map(persona);
    const owner = actors[0]!.userId;
    await admin('update app.case_file set owner_user_id = $2 where case_id = $1', [other.caseId, owner]);
    const userIds = actors.map(({ userId }) => userId);
    const teamIds = actors.flatMap(({ teamId }) => teamId ?? []);
    const agencyIds = actors.slice(4).map(({ agencyId }) => agencyId);
    const wall = fc.record({
      kind: fc.constantFrom('staff' as const, 'police-family' as const, 'conflict' as const),
      target: fc.oneof(
        fc.constantFrom(...userIds).map((userId) => ({ kind: 'user' as const, userId })),
        fc.constantFrom(...teamIds).map((teamId) => ({ kind: 'team' as const, teamId })),
        fc.constantFrom(...agencyIds).map((agencyId) => ({ kind: 'agency' as const, agencyId })),
        fc.constant({ kind: 'apart' as const, fromPersonId: other.personId }),
      ),
      spared: fc.constantFrom(...userIds, null),
      sparesLeads: fc.boolean(),
    });
    const sees = (actor: StaffActor) =>
      webWork.read(actor, async (manager) => {
        const table = actor.role === 'officer' || actor.role === 'provider-worker' ? 'referral' : 'case_file';
        const rows = await manager.query(`select 1 from app.${table} where person_id = $1`, [one.personId]);
        return rows.length > 0;
      });
    const without = await Promise.all(actors.map(sees));
    expect(without).toContain(true);
    await fc.assert(
      fc.asyncProperty(fc.array(wall, { minLength: 1, maxLength: 3 }), async (walls) => {
        await admin('delete from app.case_wall');
        const facts: WallFacts[] = [];
        for (const { kind, target, spared, sparesLeads } of walls) {
          const many = target.kind === 'team' || target.kind === 'agency';
          const sparedUserId = many ? spared : null;
          const row = await admin(
            `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_user_id,
               walled_team_id, walled_agency_id, apart_from_person_id, spared_user_id, spares_leads, basis, set_by,
               set_at)
             select uuidv7(), $1, $2, c.handling_agency_id, $3, $4, $5, $6, $7, $8, $9, 'person-said', $10, now()
             from app.case_file c where c.case_id = $2 on conflict do nothing returning 1`,
            [
              one.personId,
              one.caseId,
              kind,
              target.kind === 'user' ? target.userId : null,
              target.kind === 'team' ? target.teamId : null,
              target.kind === 'agency' ? target.agencyId : null,
              target.kind === 'apart' ? target.fromPersonId : null,
              sparedUserId,
              sparesLeads,
              owner,
            ],
          );
          if (row.length > 0) facts.push({ kind, target, sparedUserId, sparesLeads, workers: [owner] });
        }
        for (const [index, actor] of actors.entries()) {
          const expected = without[index] && !behindWall(actor, facts);
          expect({ actor: PERSONAS[index], walls, sees: await sees(actor) }).toEqual({
            actor: PERSONAS[index],
            walls,
            sees: expected,
          });
        }
      }),
      { numRuns: 40 },
    );
    await admin('delete from app.case_wall');
  }, 120_000);
});
