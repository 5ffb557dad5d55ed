import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { RecordContactAttempt, SubmitReferral } from '#libs/casework';
import type { RawEnvironment } from '#libs/config';
import { instant, type CaseId } from '#libs/domain';
import { exportLines, verifyLines, withJournal, type ExportLine } from '#libs/persistence';
import { aReferral } from '#libs/testing';
import { Client } from 'pg';
import { exportJournal } from '../../apps/cli/src/verify/export-journal';
import { runVerify, type VerifyParts } from '../../apps/cli/src/verify/run-verify';
import { onlyOnce, useInstance } from '../support/instance';
import { ROLES } from '../support/cluster';
import type { TestDatabase } from '../support/postgres';

const instance = useInstance();

async function readJournal(size?: number): Promise<ExportLine[]> {
  return withJournal(instance().database.url('worker'), async (run) => {
    const lines: ExportLine[] = [];
    for await (const batch of exportLines(run, size)) lines.push(...batch);
    return lines;
  });
}

/** What an export file holds: text, read back by whoever verifies it. */
const throughAFile = (lines: readonly ExportLine[]): unknown[] =>
  lines.map((line) => JSON.parse(JSON.stringify(line)) as unknown);

/** Changes rows as somebody with the database's own superuser could, and puts them back. */
async function tamperedWith(sql: string): Promise<ExportLine[]> {
  const client = new Client({ connectionString: instance().database.adminUrl });
  await client.connect();
  try {
    await client.query('create temporary table kept as table app.journal');
    await client.query('alter table app.journal disable trigger user');
    await client.query(sql);
    return await readJournal();
  } finally {
    await client.query('delete from app.journal');
    await client.query('insert into app.journal overriding system value select * from kept');
    await client.query('alter table app.journal enable trigger user');
    await client.end();
  }
}

beforeAll(async () => {
  const { setNow, webWork, vault, ids, persona, admin } = instance();
  await setNow('2026-03-02T10:05:00Z');
  const input = aReferral().reportedAt(instant('2026-03-02T10:00:00Z')).build();
  await new SubmitReferral(webWork, vault, ids).execute(persona('officer'), input, onlyOnce());
  const [row] = await admin<{ case_id: CaseId }>('select case_id from app.case_file');
  for (const minute of [11, 21, 31, 41, 51]) {
    await setNow(`2026-03-02T11:${minute}:00Z`);
    const attempt = { caseId: row!.case_id, routeId: null, channel: 'call', outcome: 'no-answer' } as const;
    const happenedAt = instant(`2026-03-02T11:${minute - 1}:00Z`);
    await new RecordContactAttempt(webWork, ids).execute(
      persona('responder'),
      { ...attempt, happenedAt },
      onlyOnce(),
    );
  }
});

describe('the journal, checked from its rows alone', () => {
  it('P9 as it was written is sound, from the database and through a file', async () => {
    const lines = await readJournal();
    expect(lines.length).toBeGreaterThanOrEqual(10);
    expect(lines.some(({ sequence }) => sequence >= 2)).toBe(true);
    expect(await readJournal(3)).toEqual(lines);
    const verification = verifyLines(throughAFile(lines));
    expect(verification).toEqual({
      rows: lines.length,
      subjects: new Set(lines.map(({ subject }) => subject.id)).size,
      faults: [],
    });
  });

  const REFERRAL_ROW = `where subject_kind = 'referral' and sequence = 1`;
  it.each([
    ['when it happened, by a microsecond', `happened_at = happened_at + interval '1 microsecond'`],
    ['when it was recorded', `recorded_at = recorded_at - interval '1 day'`],
    ['what happened', `event_type = 'referral.withdrawn'`],
    ['the version of its form', 'event_version = 2'],
    ['who did it', `actor_id = '00000000-0000-7000-8000-0000000000ff'`],
    ['their agency', `agency_id = '00000000-0000-7000-8000-0000000000ff'`],
    ['the case it belongs to', 'case_id = null'],
    ['its reason', `reason = 'typed-wrongly'`],
    ['one value of its payload', `payload = jsonb_set(payload, '{district}', '"E07000000"')`],
    ['a member added to its payload', `payload = payload || '{"note": null}'`],
    ['its leaf hash', `leaf_hash = sha256('another row')`],
  ])('P9 an altered row is named: %s', async (_what, change) => {
    const lines = await tamperedWith(`update app.journal set ${change} ${REFERRAL_ROW}`);
    const line =
      lines.findIndex(({ subject, sequence }) => subject.kind === 'referral' && sequence === 1) + 1;
    const { subject } = lines[line - 1]!;
    expect(verifyLines(throughAFile(lines)).faults).toEqual([
      { kind: 'altered', line, subject, sequence: 1 },
    ]);
  });

  it('P9 a row taken out of a record is named by its place', async () => {
    const lines = await tamperedWith(`delete from app.journal ${REFERRAL_ROW}`);
    const { subject } = lines.find((line) => line.subject.kind === 'referral')!;
    expect(verifyLines(throughAFile(lines)).faults).toEqual([{ kind: 'gap', subject, from: 1, to: 1 }]);
  });

  it('P9 a row moved to another record is named where it is, and missed where it was', async () => {
    const other = '00000000-0000-7000-8000-0000000000ff';
    const lines = await tamperedWith(`update app.journal set subject_id = '${other}' ${REFERRAL_ROW}`);
    const { subject } = lines.find((line) => line.subject.kind === 'referral' && line.subject.id !== other)!;
    expect(verifyLines(throughAFile(lines)).faults).toEqual([
      expect.objectContaining({ kind: 'altered', subject: { kind: 'referral', id: other } }),
      { kind: 'gap', subject, from: 1, to: 1 },
    ]);
  });

  it('P9 rows that changed places are named', async () => {
    const lines = await tamperedWith(
      `create temporary table moved as select * from app.journal where subject_kind = 'referral';
       update moved set position = 1000000 - sequence;
       delete from app.journal where subject_kind = 'referral';
       insert into app.journal overriding system value select * from moved;`,
    );
    const { subject } = lines.find((line) => line.subject.kind === 'referral')!;
    expect(verifyLines(throughAFile(lines)).faults).toEqual([
      { kind: 'out-of-order', line: lines.length, subject, sequence: 1 },
    ]);
  });

  it('P9 a row that is there twice, and a line that is no row, are named', async () => {
    const lines = throughAFile(await readJournal());
    const { subject, sequence } = lines[0] as ExportLine;
    expect(verifyLines([...lines, lines[0]]).faults).toEqual([
      { kind: 'repeated', line: lines.length + 1, subject, sequence },
    ]);
    const withExtra = { ...(lines[0] as ExportLine), note: 'unhashed' };
    expect(verifyLines([withExtra, ...lines.slice(1)]).faults).toContainEqual({
      kind: 'unreadable',
      line: 1,
    });
    expect(verifyLines([null]).faults).toEqual([{ kind: 'unreadable', line: 1 }]);
  });

  it('is not called sound for an account that cannot see it all', async () => {
    const { database } = instance();
    await expect(withJournal(database.url('web'), async () => 'read')).rejects.toThrow(/whole journal/);
  });
});

describe('what is written', () => {
  const CHANGES = [
    'update app.journal set reason = reason',
    'delete from app.journal',
    'truncate app.journal',
    'update app.access_log set basis = basis',
    'delete from app.access_log',
    'truncate app.access_log',
  ];

  async function codeOf(url: string, sql: string): Promise<string> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(sql);
      return 'done';
    } catch (error) {
      return `${(error as { code: string }).code} ${(error as Error).message}`;
    } finally {
      await client.end();
    }
  }

  it.each(ROLES.filter((role) => role !== 'keys'))('cannot be changed by the role %s', async (role) => {
    for (const sql of CHANGES) {
      expect(await codeOf(instance().database.url(role), sql)).toMatch(/^42501 permission denied/);
    }
  });

  it('cannot be changed by its owner either: a trigger says no', async () => {
    const { database, admin } = instance();
    await admin(`insert into app.access_log (seen_at, actor_id, role, agency_id, person_id, what, basis, leaf_hash)
      values (now(), uuidv7(), 'auditor', uuidv7(), uuidv7(), 'identity', 'test', sha256('x'))`);
    const [owner] = await admin<{ owner: string; me: string }>(
      `select tableowner as owner, current_user as me from pg_tables where schemaname = 'app' and tablename = 'journal'`,
    );
    expect(owner?.owner).toBe(owner?.me);
    for (const sql of CHANGES) {
      expect(await codeOf(database.adminUrl, sql)).toMatch(/^42501 .* is append-only/);
    }
  });
});

describe('waymark verify', () => {
  it('P9 needs nothing but an export, and names the line where it was changed', async () => {
    const { database } = instance();
    const environment = cliEnvironmentOf(database);
    const file = await output((into) => exportJournal({ output: into, environment }));
    const sound = await output((into) => verify({ args: [], input: [file.text], output: into }));
    expect(sound).toEqual({ code: 0, text: expect.stringMatching(/^Sound: \d+ rows of \d+ records;.*\n$/) });

    const changed = file.text.replace('"sequence":2', '"sequence":2,"sequence":2');
    const found = await output((into) => verify({ args: [], input: [changed], output: into }));
    expect(found.code).toBe(1);
    expect(found.text).toMatch(/^Line \d+ is not a row of the journal\.\n/);
  });

  it('reads the database itself when asked, and takes no rows for no proof', async () => {
    const environment = cliEnvironmentOf(instance().database);
    const read = await output((into) =>
      verify({ args: ['--database'], input: [], output: into, environment }),
    );
    expect(read).toEqual({ code: 0, text: expect.stringMatching(/^Sound/) });
    expect(await output((into) => verify({ args: [], input: [], output: into }))).toEqual({
      code: 1,
      text: 'Nothing was verified: there were no rows.\n',
    });
    expect((await output((into) => verify({ args: ['--all'], input: [], output: into }))).code).toBe(2);
  });
});

type Verify = Omit<VerifyParts, 'input' | 'environment'> & {
  readonly input: readonly string[];
  readonly environment?: RawEnvironment;
};

function verify({ input, environment = {}, ...parts }: Verify): Promise<number> {
  return runVerify({ ...parts, environment, input: Readable.from(input) });
}

async function output(
  run: (into: PassThrough) => Promise<number>,
): Promise<{ readonly code: number; readonly text: string }> {
  const into = new PassThrough();
  const read = text(into);
  const code = await run(into);
  into.end();
  return { code, text: await read };
}

function cliEnvironmentOf(database: TestDatabase): RawEnvironment {
  return {
    WEB_DATABASE_URL: database.url('web'),
    WALL_DATABASE_URL: database.url('wall'),
    WORKER_DATABASE_URL: database.url('worker'),
    REPORT_DATABASE_URL: database.url('report'),
    KEYS_DATABASE_URL: database.url('keys'),
    KEY_FILE: instance().keyFile,
    PUBLIC_URL: 'http://localhost:3000',
  };
}
