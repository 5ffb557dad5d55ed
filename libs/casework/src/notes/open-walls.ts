import { wallsReadBy, type CaseId, type Instant, type RecordWall, type StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { NotedCase, NoteWorks } from '../ports';
import { caseToRead } from './note-access';

export type OpenWallsOutcome =
  | {
      readonly kind: 'open';
      readonly noted: NotedCase;
      readonly walls: readonly RecordWall[];
      readonly now: Instant;
    }
  | NotFound;

/** Behind which walls of a case somebody may read: of none, the case is not there for them. Nothing is shown yet. */
export class OpenWalls {
  constructor(private readonly works: NoteWorks) {}

  async execute(actor: StaffActor, { caseId }: { readonly caseId: CaseId }): Promise<OpenWallsOutcome> {
    const found: { readonly wall: RecordWall; readonly noted: NotedCase; readonly now: Instant }[] = [];
    for (const wall of wallsReadBy(actor)) {
      const read = await this.works[wall].run(actor, async (tx) => ({
        noted: await caseToRead(tx, { wall, caseId }),
        now: tx.now,
      }));
      if (read.noted !== null) found.push({ wall, noted: read.noted, now: read.now });
    }
    const [first] = found;
    return first === undefined
      ? NOT_FOUND
      : { kind: 'open', noted: first.noted, now: first.now, walls: found.map(({ wall }) => wall) };
  }
}
