import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  KeepDisclosure,
  MoveNote,
  ReadNotes,
  RecordTherapyMilestone,
  WriteNote,
  type NotedCase,
} from '#libs/casework';
import {
  mayReadWall,
  type CaseId,
  type Instant,
  type NoteId,
  type NoteWall,
  type StaffActor,
} from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { whatToPutRight } from '../../errors/refusal';
import { momentInWords, timeOfDay } from '../../formatting/moments';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { wrongFields } from '../form-acts/wrong-fields';
import { leaveNotice } from '../notices/notice';
import type { FormView } from '../support/form-fields';
import { momentNow } from '../typed-moments/typed-moment.page';
import { NotesReading } from './notes-reading';
import {
  DISCLOSURE_FORM,
  DISCLOSURE_REFUSALS,
  MILESTONE_FORM,
  MILESTONE_REFUSALS,
  MOVE_FORM,
  MOVE_REFUSALS,
  NOTE_FORM,
  NOTE_REFUSALS,
  WALL_TITLES,
} from './notes.copy';
import {
  disclosureForm,
  milestoneForm,
  moveForm,
  noteForm,
  readDisclosure,
  readMilestone,
  readMove,
  readNote,
  type NoteRaw,
} from './notes.forms';

const TEMPLATE = 'pages/support/form.njk';

interface Drawn {
  readonly view: FormView;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

interface Place {
  readonly actor: StaffActor;
  readonly noted: NotedCase;
  readonly now: Instant;
  readonly wall: keyof typeof WALL_TITLES;
  readonly base: string;
}

/** The forms behind a wall: a note, a disclosure without words, a milestone, and a note that goes elsewhere. */
@Controller('/cases/:id/notes/:wall')
export class NoteFormsController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: NotesReading,
    private readonly readNotes: ReadNotes,
    private readonly writeNote: WriteNote,
    private readonly keepDisclosure: KeepDisclosure,
    private readonly recordMilestone: RecordTherapyMilestone,
    private readonly moveNote: MoveNote,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('write-notes')
  @Get('/new')
  async openNew(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('wall') typed: string,
    @Query('corrects') corrects: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = await this.toWrite(actor, id, typed);
    const { wall, now } = place;
    const moment = momentNow('at', { now, timezone: this.settings.area.timezone });
    if (wall === 'therapy') {
      const raw = { kind: '', sessions: '', ...moment };
      return this.draw(reply, place, '/new', { view: milestoneForm({ raw, errors: [] }), errors: [] });
    }
    const which = await this.corrected(place, wall, corrects);
    const raw: NoteRaw = { text: '', readAgain: [], ...moment };
    const view = noteForm(wall, { raw, errors: [], correcting: which?.when ?? null });
    return this.draw(reply, place, which === null ? '/new' : `/new?corrects=${which.id}`, {
      view,
      errors: [],
    });
  }

  @ForAct('write-notes')
  @Post('/new')
  async saveNew(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('wall') typed: string,
    @Query('corrects') corrects: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = await this.toWrite(actor, id, typed);
    const { wall } = place;
    if (wall === 'therapy') return this.saveMilestone(place, request, reply);
    const which = await this.corrected(place, wall, corrects);
    const form = readNote(request.body, this.settings.area.timezone);
    const { raw, idempotencyKey, input } = form;
    const again = (errors: readonly FieldError[]) => {
      const view = noteForm(wall, { raw, errors, correcting: which?.when ?? null });
      const action = which === null ? '/new' : `/new?corrects=${which.id}`;
      return this.draw(reply, place, action, { view, errors, idempotencyKey });
    };
    if (input === null) return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const asked = { ...input, wall, caseId: id, corrects: which?.id ?? null };
    const outcome = resultOfForm(await this.writeNote.execute(actor, asked, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return again(whatToPutRight(outcome, NOTE_REFUSALS));
    return this.done(request, reply, place, NOTE_FORM.saved);
  }

  @ForAct('write-notes')
  @Get('/disclosure')
  async openDisclosure(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('wall') typed: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { place } = await this.inWords(actor, id, typed);
    const moment = momentNow('at', { now: place.now, timezone: this.settings.area.timezone });
    const raw = { wish: '', agreed: '', handOver: [], ...moment };
    return this.draw(reply, place, '/disclosure', { view: disclosureForm({ raw, errors: [] }), errors: [] });
  }

  @ForAct('write-notes')
  @Post('/disclosure')
  async saveDisclosure(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('wall') typed: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { place, wall } = await this.inWords(actor, id, typed);
    const form = readDisclosure(request.body, this.settings.area.timezone);
    const { raw, idempotencyKey, input } = form;
    const again = (errors: readonly FieldError[]) =>
      this.draw(reply, place, '/disclosure', {
        view: disclosureForm({ raw, errors }),
        errors,
        idempotencyKey,
      });
    if (input === null) return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const asked = { ...input, wall, caseId: id };
    const outcome = resultOfForm(await this.keepDisclosure.execute(actor, asked, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return again(whatToPutRight(outcome, DISCLOSURE_REFUSALS));
    return this.done(request, reply, place, DISCLOSURE_FORM.saved);
  }

  @ForAct('write-notes')
  @Get('/:note/move')
  async openMove(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('wall') typed: string,
    @Param('note', SafeIdPipe) noteId: NoteId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { place, wall } = await this.toMove(actor, id, typed);
    return this.draw(reply, place, `/${noteId}/move`, { view: moveForm(actor, wall, ''), errors: [] });
  }

  @ForAct('write-notes')
  @Post('/:note/move')
  async move(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('wall') typed: string,
    @Param('note', SafeIdPipe) noteId: NoteId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { place, wall } = await this.toMove(actor, id, typed);
    const { raw, errors: wrong, idempotencyKey, to } = readMove(request.body, { actor, from: wall });
    const again = (errors: readonly FieldError[]) =>
      this.draw(reply, place, `/${noteId}/move`, {
        view: moveForm(actor, wall, raw.to),
        errors,
        idempotencyKey,
      });
    if (to === undefined) return again(wrong);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(
      await this.moveNote.execute(actor, { caseId: id, from: wall, noteId, to }, act),
    );
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return again(whatToPutRight(outcome, MOVE_REFUSALS));
    return this.done(request, reply, place, MOVE_FORM.saved);
  }

  private async saveMilestone(
    place: Place,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readMilestone(request.body, this.settings.area.timezone);
    const { raw, idempotencyKey, input } = form;
    const again = (errors: readonly FieldError[]) =>
      this.draw(reply, place, '/new', { view: milestoneForm({ raw, errors }), errors, idempotencyKey });
    if (input === null) return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const asked = { ...input, caseId: place.noted.caseId };
    const outcome = resultOfForm(await this.recordMilestone.execute(place.actor, asked, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return again(whatToPutRight(outcome, MILESTONE_REFUSALS));
    return this.done(request, reply, place, MILESTONE_FORM.saved);
  }

  /** The note that the address says is put right, which its reader may read; null when it says none. */
  private async corrected(place: Place, wall: NoteWall, typed: unknown) {
    if (typed === undefined) return null;
    if (!isSafeId(typed)) throw notFound();
    const { actor, noted, now } = place;
    const found = await this.readNotes.one(actor, { wall, caseId: noted.caseId, noteId: typed as NoteId });
    if (found === null) throw notFound();
    const { timezone } = this.settings.area;
    return { id: found.id, when: momentInWords(found.happenedAt, { now, timezone }) };
  }

  private async toWrite(actor: StaffActor, id: CaseId, typed: string): Promise<Place> {
    const { wall, opened } = await this.reading.toWrite(actor, id, typed);
    const { noted, now } = opened;
    return { actor, noted, now, wall, base: `/cases/${id}/notes/${wall}` };
  }

  private async inWords(actor: StaffActor, id: CaseId, typed: string) {
    const place = await this.toWrite(actor, id, typed);
    if (place.wall === 'therapy') throw notFound();
    return { place, wall: place.wall };
  }

  private async toMove(actor: StaffActor, id: CaseId, typed: string) {
    const { wall, opened } = await this.reading.behind(actor, id, typed);
    if (wall === 'therapy' || !mayReadWall(actor, wall)) throw notFound();
    const { noted, now } = opened;
    const place: Place = { actor, noted, now, wall, base: `/cases/${id}/notes/${wall}` };
    return { place, wall };
  }

  private draw(
    reply: FastifyReply,
    { noted, now, wall, base }: Place,
    path: string,
    { view, errors, idempotencyKey }: Drawn,
  ): Promise<FastifyReply> {
    const page = {
      ...view,
      errors,
      wrong: wrongFields(errors),
      idempotencyKey,
      action: `${base}${path}`,
      backHref: base,
      back: WALL_TITLES[wall],
      reference: noted.reference,
      asAt: timeOfDay(now, this.settings.area.timezone),
    };
    return this.pages.show(reply, TEMPLATE, page, errors.length > 0 ? 400 : 200);
  }

  private done(
    request: FastifyRequest,
    reply: FastifyReply,
    { base }: Place,
    saved: Parameters<typeof leaveNotice>[1],
  ): Promise<FastifyReply> | FastifyReply {
    leaveNotice(request, saved);
    return this.pages.redirect(reply, base);
  }
}
