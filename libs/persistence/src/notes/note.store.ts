import type { NoteCursor, NotedCase, NoteStore, SealedNote } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  DisclosureWish,
  HandOverTo,
  Note,
  NoteId,
  NoteKind,
  NoteState,
  NoteWall,
  PersonId,
  SaidHow,
  UserId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf, maybeInstantOf } from '../columns';
import { caseForNotes } from './case-for-notes';

interface NoteRow {
  readonly note_id: NoteId;
  readonly case_id: CaseId;
  readonly person_id: PersonId;
  readonly handling_agency_id: AgencyId;
  readonly agency_id: AgencyId;
  readonly author_id: UserId;
  readonly kind: NoteKind;
  readonly happened_at: Date;
  readonly recorded_at: Date;
  readonly sealed: Buffer | null;
  readonly wish: DisclosureWish | null;
  readonly hand_over_to: HandOverTo[];
  readonly agreed_how: SaidHow | null;
  readonly corrects: NoteId | null;
  readonly state: NoteState;
  readonly moved_from: NoteWall | null;
  readonly moved_by: UserId | null;
  readonly moved_at: Date | null;
}

const tableOf = (wall: NoteWall) => `${wall}_notes.note`;

/** Notes behind one wall, on the connections of that wall's role. */
export class PostgresNoteStore implements NoteStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly wall: NoteWall,
  ) {}

  caseOf(id: CaseId): Promise<NotedCase | null> {
    return caseForNotes(this.manager, { wall: this.wall, caseId: id });
  }

  async list({
    caseId,
    before,
    limit,
  }: {
    readonly caseId: CaseId;
    readonly before: NoteCursor | null;
    readonly limit: number;
  }): Promise<readonly SealedNote[]> {
    const rows = await this.manager.query<NoteRow[]>(
      `select * from ${tableOf(this.wall)} where case_id = $1
         and ($2::timestamptz is null or (happened_at, note_id) < ($2::timestamptz, $3::uuid))
       order by happened_at desc, note_id desc limit $4`,
      [caseId, before && dateOf(before.at), before?.id ?? null, limit],
    );
    return rows.map(sealedNoteOf);
  }

  async find(id: NoteId): Promise<SealedNote | null> {
    const [row] = await this.manager.query<NoteRow[]>(
      `select * from ${tableOf(this.wall)} where note_id = $1`,
      [id],
    );
    return row === undefined ? null : sealedNoteOf(row);
  }

  async lock(id: NoteId): Promise<SealedNote | null> {
    const [row] = await this.manager.query<NoteRow[]>(
      `select * from ${tableOf(this.wall)} where note_id = $1 for update`,
      [id],
    );
    return row === undefined ? null : sealedNoteOf(row);
  }

  insert(written: SealedNote): Promise<void> {
    return this.put(this.wall, written);
  }

  async mark({ id, state, movedBy, movedAt }: Note): Promise<void> {
    const [, marked] = await this.manager.query<[unknown, number]>(
      `update ${tableOf(this.wall)} set state = $2, sealed = null, wish = null, hand_over_to = '{}',
         agreed_how = null, moved_from = null, moved_by = $3, moved_at = $4 where note_id = $1`,
      [id, state, movedBy, movedAt && dateOf(movedAt)],
    );
    if (marked !== 1) throw new Error('this note is not the actor’s to move');
  }

  putBehind(wall: NoteWall, moved: SealedNote): Promise<void> {
    return this.put(wall, moved);
  }

  private async put(wall: NoteWall, { note, sealed }: SealedNote): Promise<void> {
    await this.manager.query(
      `insert into ${tableOf(wall)} (note_id, case_id, person_id, handling_agency_id, agency_id, author_id, kind,
         happened_at, recorded_at, sealed, wish, hand_over_to, agreed_how, corrects, state, moved_from, moved_by, moved_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        note.id,
        note.caseId,
        note.personId,
        note.handlingAgencyId,
        note.agencyId,
        note.authorId,
        note.kind,
        dateOf(note.happenedAt),
        dateOf(note.recordedAt),
        sealed,
        note.wish,
        note.handOverTo,
        note.agreedHow,
        note.corrects,
        note.state,
        note.movedFrom,
        note.movedBy,
        note.movedAt && dateOf(note.movedAt),
      ],
    );
  }
}

function sealedNoteOf(row: NoteRow): SealedNote {
  return {
    sealed: row.sealed,
    note: {
      id: row.note_id,
      caseId: row.case_id,
      personId: row.person_id,
      handlingAgencyId: row.handling_agency_id,
      agencyId: row.agency_id,
      authorId: row.author_id,
      kind: row.kind,
      happenedAt: instantOf(row.happened_at),
      recordedAt: instantOf(row.recorded_at),
      wish: row.wish,
      handOverTo: row.hand_over_to,
      agreedHow: row.agreed_how,
      corrects: row.corrects,
      state: row.state,
      movedFrom: row.moved_from,
      movedBy: row.moved_by,
      movedAt: maybeInstantOf(row.moved_at),
    },
  };
}
