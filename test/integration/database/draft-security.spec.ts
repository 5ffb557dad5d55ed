import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { SaveDraft, StartDraft } from '#libs/casework';
import type { DraftId } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';

const instance = useInstance();
let draftId: DraftId;

beforeAll(async () => {
  const { webWork, vault, ids, persona, setNow } = instance();
  await setNow('2026-03-02T10:05:00Z');
  const once = await new StartDraft(webWork, vault, ids).execute(persona('officer'), onlyOnce());
  if (once.kind !== 'done' || once.result.kind !== 'started') throw new Error(once.kind);
  ({ draftId } = once.result);
  const answers = { nameToAskFor: 'Sample Person Quill' };
  await new SaveDraft(webWork, vault).execute(persona('officer'), {
    draftId,
    step: 'person',
    answers,
    basedOn: 1,
  });
});

/** Runs one statement on the web's own role, under the claims of a persona and whichever role is claimed. */
async function as(persona: string, sql: string, values: unknown[] = [], role?: string) {
  const client = new Client({ connectionString: instance().database.url('web') });
  await client.connect();
  try {
    await client.query('begin');
    const actor = instance().persona(persona);
    const claims = [role ?? actor.role, actor.userId, actor.agencyId, actor.teamId];
    await client.query('select app.begin_work($1, $2, $3, $4)', claims);
    const result = await client.query(sql, values);
    return result.rowCount;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await client.end();
  }
}

describe('row-level security of drafts', () => {
  it('shows a draft, its sealed words and its journal to its author alone', async () => {
    for (const table of ['app.referral_draft', 'vault.draft_record']) {
      expect(await as('officer', `select 1 from ${table}`)).toBe(1);
      for (const other of ['officer-south', 'responder', 'lead', 'auditor', 'administrator', 'commissioner'])
        expect([table, other, await as(other, `select 1 from ${table}`)]).toEqual([table, other, 0]);
    }
    const journal = `select 1 from app.journal where subject_id = '${draftId}'`;
    expect([await as('officer', journal), await as('officer-south', journal)]).toEqual([1, 0]);
  });

  it('hides it from the author in another role', async () => {
    expect(await as('officer', 'select 1 from app.referral_draft', [], 'first-responder')).toBe(0);
  });

  it('lets nobody write a draft for somebody else, or change or empty another’s', async () => {
    const { userId, agencyId } = instance().persona('officer-south');
    const forged = `insert into app.referral_draft (draft_id, author_id, agency_id, state, started_at, changed_at,
      expires_at, revision) values (uuidv7(), '${userId}', '${agencyId}', 'open', now(), now(), now() + interval '1 h', 1)`;
    expect(await as('officer', forged)).toBe('42501');
    const moved = `update app.referral_draft set expires_at = now() + interval '9 years'`;
    expect(await as('officer-south', moved)).toBe(0);
    const sealed = 'update vault.draft_record set sealed = $1';
    expect(await as('officer-south', sealed, [randomBytes(40)])).toBe(0);
    expect(await as('officer-south', 'delete from vault.draft_record')).toBe(0);
    expect(await as('officer', `update app.referral_draft set author_id = '${userId}'`)).toBe('42501');
    expect(await as('officer', 'delete from app.referral_draft')).toBe('42501');
  });

  it('keeps the mark of a crime number within the team that sent it', async () => {
    const { teamId } = instance().persona('officer');
    const forged = `insert into app.team_crime_mark (team_id, mark, referral_id) values ('${teamId}', $1, uuidv7())`;
    expect(await as('officer-south', forged, [randomBytes(32)])).toBe('42501');
    expect(await as('responder', forged, [randomBytes(32)])).toBe('42501');
  });
});
