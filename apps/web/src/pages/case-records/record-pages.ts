import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AreaPack } from '#libs/config';
import {
  mayDo,
  type Act,
  type AgencyId,
  type CareAct,
  type CaseId,
  type SafeContactCard,
  type ShareId,
  type StaffActor,
} from '#libs/domain';
import { OpenSharedCare } from '#libs/casework';
import { PostgresUnitOfWork } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { timeOfDay } from '../../formatting/moments';
import { ServerKey } from '../../security/server-key';
import { Pages } from '../../views/pages';
import { caseFrame, type FrameParts } from '../cases/case-frame.page';
import { CaseReading } from '../cases/case-reading';
import { wrongFields } from '../form-acts/wrong-fields';
import { leaveNotice, takeNotice } from '../notices/notice';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import type { CaseForm, FormContext, RecordContext } from '../support/case-form';
import type { FormView } from '../support/form-fields';
import { RECORDS } from './record.copy';

/** One line of a table of records; the first cell is its heading. */
export interface RecordRow {
  readonly cells: readonly string[];
  /** Said beside the heading in red. */
  readonly tag?: string | null;
  readonly acts: readonly { readonly text: string; readonly about: string; readonly href: string }[];
}

export interface RecordSection {
  readonly title: string;
  readonly intro?: string;
  readonly columns: readonly string[];
  readonly rows: readonly RecordRow[];
  readonly nothing: string;
}

/** A page about one side of somebody's support: what is recorded, and what may be added. */
export interface RecordsView {
  readonly title: string;
  readonly intro: readonly string[];
  readonly sections: readonly RecordSection[];
  readonly acts: readonly { readonly text: string; readonly href: string }[];
}

/** From where somebody reads and keeps the records of one case: the desk, or a service that it is shared with. */
export interface RecordDoor extends RecordContext {
  /** The address below which the pages are. */
  readonly base: string;
  readonly back: { readonly href: string; readonly text: string };
  /** The service that comes in; null for the desk. */
  readonly keptBy: AgencyId | null;
  /** Nothing is added to it any more. */
  readonly closed: boolean;
  /** Which ways are safe; null where safe contact is not shared. */
  readonly card: SafeContactCard | null;
  /** Around the page at the desk; null for a service. */
  readonly frame: ReturnType<typeof caseFrame> | null;
}

/** Whether whoever came in keeps such records; a service that may come in at all does. */
export function keepsAt({ actor, keptBy }: RecordDoor, act: Act): boolean {
  return keptBy !== null || mayDo(actor, act);
}

export interface FormPlace {
  readonly form: CaseForm;
  readonly context: RecordContext;
  /** Where it is sent, where it leads, and what that page is called. */
  readonly action: string;
  readonly back: { readonly href: string; readonly text: string };
  /** Of the record that it changes; null for one that adds. */
  readonly revision: number | null;
  /** Which record it changes, in words. */
  readonly about?: string;
}

/** Draws and takes the pages of records of a case: all are listed, asked and saved alike. */
@Injectable()
export class RecordPages {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly serverKey: ServerKey,
    private readonly shared: OpenSharedCare,
    private readonly work: PostgresUnitOfWork,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  parts(actor: StaffActor, act: Act, id: CaseId) {
    return this.cases.summary(actor, act, id);
  }

  async context(actor: StaffActor, act: Act, caseId: CaseId): Promise<FormContext> {
    const { summary, now, timezone } = await this.parts(actor, act, caseId);
    const { reference } = summary;
    return { actor, caseId, reference, summary, now, timezone, pack: this.pack, police: [] };
  }

  /** At the desk, by its case. */
  async atDesk(actor: StaffActor, act: Act, id: CaseId): Promise<RecordDoor> {
    return this.deskDoor(await this.parts(actor, act, id));
  }

  /** At a service, by what is shared with it; that somebody looked is recorded first (P8). */
  async atService(actor: StaffActor, act: CareAct, id: ShareId): Promise<RecordDoor> {
    const opened = await this.shared.execute(actor, { door: { kind: 'share', shareId: id }, act });
    if (opened.kind === 'not-found') throw notFound();
    const { caseId, reference, card } = opened;
    const now = await this.work.read(actor, (_manager, at) => Promise.resolve(at));
    const { timezone } = this.settings.area;
    const of = { actor, caseId, reference, card, now, timezone, pack: this.pack };
    const back = { href: `/shared/${id}`, text: RECORDS.shared };
    return { ...of, base: `/shared/${id}`, back, keptBy: actor.agencyId, closed: false, frame: null };
  }

  private deskDoor(parts: FrameParts): RecordDoor {
    const { actor, summary, now, timezone } = parts;
    const { caseId, reference, card, closedAt } = summary;
    return {
      ...{ actor, caseId, reference, card, now, timezone, pack: this.pack },
      base: `/cases/${caseId}`,
      back: { href: `/cases/${caseId}/support`, text: RECORDS.back },
      keptBy: null,
      closed: closedAt !== null,
      frame: caseFrame(parts, 'support'),
    };
  }

  list(
    reply: FastifyReply,
    { request, parts, view }: { request: FastifyRequest; parts: FrameParts; view: RecordsView },
  ): Promise<FastifyReply> {
    return this.listAt(reply, { request, door: this.deskDoor(parts), view });
  }

  listAt(
    reply: FastifyReply,
    { request, door, view }: { request: FastifyRequest; door: RecordDoor; view: RecordsView },
  ): Promise<FastifyReply> {
    const { frame, reference, back, now, timezone } = door;
    const page = {
      ...RECORDS,
      ...view,
      frame,
      reference,
      back: back.text,
      backHref: back.href,
      notice: takeNotice(request),
      asAt: timeOfDay(now, timezone),
    };
    return this.pages.show(reply, 'pages/case-records/records.njk', page);
  }

  open(reply: FastifyReply, place: FormPlace): Promise<FastifyReply> {
    return this.draw(reply, place, { view: place.form.open(place.context), errors: [] });
  }

  async send(reply: FastifyReply, request: FastifyRequest, place: FormPlace): Promise<FastifyReply> {
    const { form, context, back } = place;
    const sent = await form.send(context, request.body, (key, content) =>
      this.serverKey.repeatable('form', { request, key, content }),
    );
    switch (sent.kind) {
      case 'saved':
        leaveNotice(request, form.saved);
        return this.pages.redirect(reply, back.href);
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: RECORDS.stale });
      case 'again':
        return this.draw(reply, place, sent, 400);
    }
  }

  private draw(
    reply: FastifyReply,
    { context, action, back, revision, about }: FormPlace,
    drawn: {
      readonly view: FormView;
      readonly errors: readonly FieldError[];
      readonly idempotencyKey?: string;
    },
    status = 200,
  ): Promise<FastifyReply> {
    const { reference, now, timezone } = context;
    const { view, errors, idempotencyKey } = drawn;
    const page = {
      ...view,
      errors,
      wrong: wrongFields(errors),
      idempotencyKey,
      action,
      backHref: back.href,
      back: back.text,
      reference,
      revision,
      about,
      asAt: timeOfDay(now, timezone),
    };
    return this.pages.show(reply, 'pages/support/form.njk', page, status);
  }
}
