import {
  KeepDisclosure,
  MoveNote,
  ReadNotes,
  ReadTherapyMilestones,
  RecordTherapyMilestone,
  WriteNote,
  type KeepDisclosureInput,
  type MoveNoteInput,
  type NoteWorks,
  type Once,
  type TherapyMilestoneInput,
  type WriteNoteInput,
} from '#libs/casework';
import { RECORD_WALLS, type CaseId, type NoteWall, type RecordWall } from '#libs/domain';
import { noteDataSourceOptions, PostgresNoteWork } from '#libs/persistence';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { onlyOnce, type TestInstance } from '../../support/instance';

/** The acts on notes in a line each, on the roles of their walls. */
export class NoteActs {
  private sources: DataSource[] = [];
  private works: NoteWorks | undefined;

  constructor(private readonly instance: () => TestInstance) {}

  async open(): Promise<void> {
    this.sources = await Promise.all(
      RECORD_WALLS.map((wall) =>
        new DataSource(
          noteDataSourceOptions(this.instance().database.url(`${wall}_notes` as const)),
        ).initialize(),
      ),
    );
    this.works = Object.fromEntries(
      RECORD_WALLS.map((wall, nth) => [wall, new PostgresNoteWork(this.sources[nth] as DataSource, wall)]),
    ) as unknown as NoteWorks;
  }

  async close(): Promise<void> {
    await Promise.all(this.sources.map((source) => source.destroy()));
  }

  get all(): NoteWorks {
    if (this.works === undefined) throw new Error('the walls are not open');
    return this.works;
  }

  async write(caseId: CaseId, wall: NoteWall, by: string, change: Partial<WriteNoteInput> = {}) {
    const { vault, ids, persona } = this.instance();
    const input: WriteNoteInput = {
      wall,
      caseId,
      happenedAt: (await this.now()) as never,
      text: 'Rang at the agreed time. Spoke for ten minutes.',
      readAgain: false,
      corrects: null,
      ...change,
    };
    return done(await new WriteNote(this.all, vault, ids).execute(persona(by), input, onlyOnce()));
  }

  async written(caseId: CaseId, wall: NoteWall, by: string, change: Partial<WriteNoteInput> = {}) {
    const outcome = await this.write(caseId, wall, by, change);
    if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
    return outcome.noteId;
  }

  async disclose(caseId: CaseId, wall: NoteWall, by: string, change: Partial<KeepDisclosureInput> = {}) {
    const { ids, persona } = this.instance();
    const input: KeepDisclosureInput = {
      wall,
      caseId,
      happenedAt: (await this.now()) as never,
      wish: 'later',
      handOverTo: [],
      agreedHow: null,
      ...change,
    };
    return done(await new KeepDisclosure(this.all, ids).execute(persona(by), input, onlyOnce()));
  }

  async move(input: MoveNoteInput, by: string) {
    const { vault, ids, persona } = this.instance();
    return done(await new MoveNote(this.all, vault, ids).execute(persona(by), input, onlyOnce()));
  }

  read(caseId: CaseId, wall: NoteWall, by: string) {
    const { vault, persona } = this.instance();
    return new ReadNotes(this.all, vault).execute(persona(by), { wall, caseId });
  }

  async texts(caseId: CaseId, wall: NoteWall, by: string): Promise<readonly (string | null)[]> {
    const read = await this.read(caseId, wall, by);
    return read.kind === 'read' ? read.notes.map(({ text }) => text) : [read.kind];
  }

  async milestone(caseId: CaseId, by: string, told: Omit<TherapyMilestoneInput, 'caseId' | 'happenedAt'>) {
    const { ids, persona } = this.instance();
    const input = { caseId, happenedAt: (await this.now()) as never, ...told };
    return done(await new RecordTherapyMilestone(this.all, ids).execute(persona(by), input, onlyOnce()));
  }

  therapy(caseId: CaseId, by: string) {
    return new ReadTherapyMilestones(this.all).execute(this.instance().persona(by), { caseId });
  }

  /** Runs a statement as a database role with the claims of a persona, outside any use case. */
  async asRole(role: 'web' | 'worker' | 'report' | 'wall' | `${RecordWall}_notes`, by: string, sql: string) {
    const { database, persona } = this.instance();
    const client = new Client({ connectionString: database.url(role) });
    await client.connect();
    try {
      const { role: claimed, userId, agencyId, teamId } = persona(by);
      await client.query('begin');
      await client.query('select app.begin_work($1, $2, $3, $4)', [claimed, userId, agencyId, teamId]);
      const { rows } = await client.query<Record<string, unknown>>(sql);
      return rows;
    } finally {
      await client.end();
    }
  }

  private async now(): Promise<number> {
    const [row] = await this.instance().admin<{ now: Date }>('select app.service_now() as now');
    return row?.now.getTime() ?? 0;
  }
}

function done<Result>(once: Once<Result>): Result {
  if (once.kind === 'key-used-for-another-request') throw new Error(once.kind);
  return once.result;
}
