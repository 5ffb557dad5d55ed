import { Injectable } from '@nestjs/common';
import { OpenWalls } from '#libs/casework';
import { mayWriteWall, RECORD_WALLS, type CaseId, type RecordWall, type StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';

/** Which walls of a case somebody may open: for whoever may open none, and for any other address, there is no page. */
@Injectable()
export class NotesReading {
  constructor(private readonly openWalls: OpenWalls) {}

  async walls(actor: StaffActor, caseId: CaseId) {
    const opened = await this.openWalls.execute(actor, { caseId });
    if (opened.kind === 'not-found') throw notFound();
    return opened;
  }

  async behind(actor: StaffActor, caseId: CaseId, typed: string) {
    const wall = RECORD_WALLS.find((one) => one === typed);
    const opened = await this.walls(actor, caseId);
    if (wall === undefined || !opened.walls.includes(wall)) throw notFound();
    return { wall, opened };
  }

  /** As `behind`, for somebody who may write there. */
  async toWrite(actor: StaffActor, caseId: CaseId, typed: string): Promise<Behind> {
    const found = await this.behind(actor, caseId, typed);
    if (!mayWriteWall(actor, found.wall)) throw notFound();
    return found;
  }
}

export interface Behind {
  readonly wall: RecordWall;
  readonly opened: Awaited<ReturnType<NotesReading['walls']>>;
}
