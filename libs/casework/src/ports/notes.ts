import type {
  Actor,
  AgencyId,
  CaseId,
  Instant,
  Note,
  NoteId,
  NoteWall,
  PersonId,
  RecordWall,
  TherapyMilestone,
} from '#libs/domain';
import type { AccessLog } from './access-log';
import type { Journal } from './transaction';
import type { Once, Repeatable } from './unit-of-work';

/** The little of a case that somebody behind a wall of notes may see. */
export interface NotedCase {
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly reference: string;
  readonly handlingAgencyId: AgencyId;
  readonly closedAt: Instant | null;
}

/** A note and what it says, still sealed; null for a disclosure and for a note that was moved. */
export interface SealedNote {
  readonly note: Note;
  readonly sealed: Buffer | null;
}

/** Notes behind one wall, of which the transaction's role reads no other. */
export interface NoteStore {
  /** Null for a case that has nothing behind this wall for the actor. */
  caseOf(id: CaseId): Promise<NotedCase | null>;
  /** The latest first, by when it happened; at most `limit`, and those after `before` when it is given. */
  list(options: {
    readonly caseId: CaseId;
    readonly before: NoteCursor | null;
    readonly limit: number;
  }): Promise<readonly SealedNote[]>;
  find(id: NoteId): Promise<SealedNote | null>;
  /** Null for one that the actor may not move. */
  lock(id: NoteId): Promise<SealedNote | null>;
  insert(written: SealedNote): Promise<void>;
  /** Leaves a marker without words where a note was; fails for one that the actor may not move. */
  mark(marker: Note): Promise<void>;
  /** Puts a note behind another wall, where this role reads nothing. */
  putBehind(wall: NoteWall, moved: SealedNote): Promise<void>;
}

export interface NoteCursor {
  readonly at: Instant;
  readonly id: string;
}

export interface TherapyMilestoneStore {
  caseOf(id: CaseId): Promise<NotedCase | null>;
  /** One writes at a time for a case, so that each follows from the last. In the order in which they happened. */
  lockOfCase(id: CaseId): Promise<readonly TherapyMilestone[]>;
  ofCase(id: CaseId): Promise<readonly TherapyMilestone[]>;
  insert(milestone: TherapyMilestone): Promise<void>;
}

/** A unit of work that runs wholly on the role of one wall of notes (DESIGN §9). */
export interface NoteTransaction {
  readonly actor: Actor;
  readonly now: Instant;
  readonly journal: Journal;
  readonly accessLog: AccessLog;
  readonly notes: NoteStore;
  readonly milestones: TherapyMilestoneStore;
}

export interface NoteWork {
  run<Result>(actor: Actor, work: (tx: NoteTransaction) => Promise<Result>): Promise<Result>;
  once<Result extends object>(
    request: {
      readonly actor: Actor;
      readonly repeatable: Repeatable;
      readonly keep: (result: Result) => boolean;
    },
    work: (tx: NoteTransaction) => Promise<Result>,
  ): Promise<Once<Result>>;
}

/** One unit of work for each wall, each on a role and connections of its own. */
export type NoteWorks = Readonly<Record<RecordWall, NoteWork>>;
