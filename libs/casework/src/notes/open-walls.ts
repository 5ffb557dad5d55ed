import { wallsReadBy, type CaseId, type RecordWall, type StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { NotedCase, NoteWorks } from '../ports';
import { caseToRead } from './note-access';

export type OpenWallsOutcome =
  { readonly kind: 'open'; readonly noted: NotedCase; readonly walls: readonly RecordWall[] } | NotFound;

/** Behind which walls of a case somebody may read: of none, the case is not there for them. Nothing is shown yet. */
export class OpenWalls {
  constructor(private readonly works: NoteWorks) {}

  async execute(actor: StaffActor, { caseId }: { readonly caseId: CaseId }): Promise<OpenWallsOutcome> {
    const found: (readonly [RecordWall, NotedCase])[] = [];
    for (const wall of wallsReadBy(actor)) {
      const noted = await this.works[wall].run(actor, (tx) => caseToRead(tx, { wall, caseId }));
      if (noted !== null) found.push([wall, noted]);
    }
    const [first] = found;
    return first === undefined
      ? NOT_FOUND
      : { kind: 'open', noted: first[1], walls: found.map(([wall]) => wall) };
  }
}
