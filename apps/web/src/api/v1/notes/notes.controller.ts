import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  KeepDisclosure,
  MoveNote,
  OpenWalls,
  ReadNotes,
  WriteNote,
  type NoteCursor,
  type Repeatable,
} from '#libs/casework';
import {
  instant,
  mayWriteWall,
  NOTE_WALLS,
  wallsToMoveTo,
  type CaseId,
  type NoteId,
  type StaffActor,
} from '#libs/domain';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { availableOf } from '../access/available-action.view';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { limitOf } from '../paging/page.query.dto';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { DISCLOSURE_REFUSALS, MOVE_REFUSALS, NOTE_REFUSALS } from './note.copy';
import { KeepDisclosureBody, MoveNoteBody, NotesQuery, WriteNoteBody } from './note.dto';
import { NoteKeptView, NoteMovedView, NotePageView, noteView } from './note.view';

/** Notes of a case, each behind the wall that it belongs to. Whoever may read behind none finds nothing here. */
@ApiTags('notes')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id')
export class NotesApiController {
  constructor(
    private readonly openWalls: OpenWalls,
    private readonly readNotes: ReadNotes,
    private readonly writeNote: WriteNote,
    private readonly keepDisclosure: KeepDisclosure,
    private readonly moveNote: MoveNote,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-notes')
  @Answers({
    id: 'readNotes',
    summary: 'What stands behind one wall of a case, the latest first',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: NotePageView,
    problems: [400, 401, 404, 422],
  })
  @Get('/notes')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Query() query: NotesQuery,
  ): Promise<NotePageView> {
    const opened = await this.openWalls.execute(actor, { caseId: id });
    if (opened.kind === 'not-found') throw notFound();
    const wall = query.wall ?? NOTE_WALLS.find((one) => opened.walls.includes(one));
    if (wall === undefined || !opened.walls.includes(wall)) throw notFound();
    const name = `notes ${wall} ${id}`;
    const before = this.cursors.read<NoteCursor>(name, query.cursor);
    const asked = { wall, caseId: id, before, limit: limitOf(query) };
    const found = await this.readNotes.execute(actor, asked);
    if (found.kind === 'not-found') throw notFound();
    const path = `/api/v1/cases/${id}`;
    const may = mayWriteWall(actor, wall);
    return {
      wall,
      walls: [...opened.walls],
      items: found.notes.map(noteView),
      nextCursor: found.next && this.cursors.write<NoteCursor>(name, found.next),
      availableActions: availableOf([
        { action: 'write-note', method: 'POST', href: `${path}/notes`, may },
        { action: 'keep-disclosure', method: 'POST', href: `${path}/disclosures`, may },
        {
          action: 'move-note',
          method: 'POST',
          href: `${path}/notes/{noteId}/moves`,
          may: found.notes.length > 0 && wallsToMoveTo(actor, wall).length > 0,
        },
      ]),
    };
  }

  @ForAct('write-notes')
  @ActAnswers({
    id: 'writeNote',
    summary: 'Write a note of what was done and agreed; never an account',
    description: 'It is sealed, and never edited: a later note corrects it.',
    type: NoteKeptView,
    status: 201,
  })
  @Post('/notes')
  async write(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { wall, happenedAt, text, readAgain, corrects }: WriteNoteBody,
  ): Promise<NoteKeptView> {
    const input = {
      wall,
      caseId: id,
      happenedAt: instant(happenedAt),
      text,
      readAgain: readAgain ?? false,
      corrects: (corrects ?? null) as NoteId | null,
    };
    const { noteId } = done(await this.writeNote.execute(actor, input, repeatable), NOTE_REFUSALS);
    return { noteId };
  }

  @ForAct('write-notes')
  @ActAnswers({
    id: 'keepDisclosure',
    summary:
      'Record that the person told something new and what they want; there is no room for what they said',
    type: NoteKeptView,
    status: 201,
  })
  @Post('/disclosures')
  async disclose(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { wall, happenedAt, wish, handOverTo, agreedHow }: KeepDisclosureBody,
  ): Promise<NoteKeptView> {
    const input = {
      wall,
      caseId: id,
      happenedAt: instant(happenedAt),
      wish,
      handOverTo: handOverTo ?? [],
      agreedHow: agreedHow ?? null,
    };
    const { noteId } = done(await this.keepDisclosure.execute(actor, input, repeatable), DISCLOSURE_REFUSALS);
    return { noteId };
  }

  @ForAct('write-notes')
  @ActAnswers({
    id: 'moveNote',
    summary: 'Move a note to the wall that it belongs behind; a marker without words stays',
    type: NoteMovedView,
  })
  @Post('/notes/:noteId/moves')
  async move(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('noteId', SafeIdPipe) noteId: NoteId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { from, to }: MoveNoteBody,
  ): Promise<NoteMovedView> {
    const input = { caseId: id, noteId, from, to };
    const moved = done(await this.moveNote.execute(actor, input, repeatable), MOVE_REFUSALS);
    return { noteId: moved.noteId };
  }
}
