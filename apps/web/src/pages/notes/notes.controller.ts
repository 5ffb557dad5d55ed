import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadNotes, ReadTherapyMilestones } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { notFound } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { readPlace } from '../list-places/place';
import { takeNotice } from '../notices/notice';
import { NotesReading } from './notes-reading';
import { notesPage, therapyPage } from './notes.page';

/** What stands behind the walls of a case, one wall a page. */
@Controller('/cases/:id/notes')
export class NotesController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: NotesReading,
    private readonly readNotes: ReadNotes,
    private readonly readTherapy: ReadTherapyMilestones,
    private readonly colleagues: Colleagues,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-notes')
  @Get()
  async first(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { walls } = await this.reading.walls(actor, id);
    return this.pages.redirect(reply, `/cases/${id}/notes/${walls[0]}`);
  }

  @ForAct('see-notes')
  @Get('/:wall')
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('wall') typed: string,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { wall, opened } = await this.reading.behind(actor, id, typed);
    const { timezone } = this.settings.area;
    const place = { actor, opened, timezone, notice: takeNotice(request) };
    if (wall === 'therapy') {
      const read = await this.readTherapy.execute(actor, { caseId: id });
      if (read.kind === 'not-found') throw notFound();
      const who = read.milestones.map(({ recordedBy }) => recordedBy);
      const nameOf = await this.colleagues.names(who, actor.userId);
      return this.pages.show(reply, 'pages/notes/therapy.njk', therapyPage(read, { ...place, nameOf }));
    }
    const read = await this.readNotes.execute(actor, { wall, caseId: id, before: readPlace(after) });
    if (read.kind === 'not-found') throw notFound();
    const who = read.notes.flatMap(({ note }) => [note.authorId, note.movedBy]);
    const nameOf = await this.colleagues.names(who, actor.userId);
    return this.pages.show(reply, 'pages/notes/notes.njk', notesPage(wall, read, { ...place, nameOf }));
  }
}
