import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  CorrectMilestone,
  HandOverTrack,
  OpenTrack,
  ReadTrack,
  RecordMilestone,
  RecordPosition,
  WithdrawMilestone,
  type KeepMilestoneOutcome,
} from '#libs/casework';
import {
  MILESTONE_KINDS,
  mayDo,
  type Milestone,
  type MilestoneId,
  type MilestoneIssue,
  type MilestoneKind,
  type StaffActor,
  type TrackId,
} from '#libs/domain';
import { PostgresUnitOfWork, tracksAt, trackView } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { refuse, whatToPutRight } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice } from '../notices/notice';
import { momentBlank, momentNow } from '../typed-moments/typed-moment.page';
import {
  MILESTONE,
  MILESTONE_REFUSALS,
  OFFICER,
  OFFICER_REFUSALS,
  OPEN_REFUSALS,
  POSITION,
  POSITION_REFUSALS,
  TRACKS,
  WITHDRAW_REFUSALS,
} from './track.copy';
import {
  BLANK_MILESTONE,
  readMilestone,
  readOfficer,
  readPosition,
  readWithdrawal,
  type MilestoneRaw,
} from './track.forms';
import {
  choosePage,
  milestoneAsTyped,
  milestonePage,
  officerPage,
  positionPage,
  withdrawPage,
  type FormOf,
} from './track-forms.page';
import { trackPage, type TrackParts } from './track.page';
import type { TracksDoor } from './track-place';
import { tracksPage } from './tracks.page';

export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The pages of tracks, which are the same for the desk, for a service and for the officers who referred. */
@Injectable()
export class TrackPages {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly openTrack: OpenTrack,
    private readonly readTrack: ReadTrack,
    private readonly recordMilestone: RecordMilestone,
    private readonly correctMilestone: CorrectMilestone,
    private readonly withdrawMilestone: WithdrawMilestone,
    private readonly recordPosition: RecordPosition,
    private readonly handOver: HandOverTrack,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  async list(door: TracksDoor, { request, reply }: Exchange): Promise<FastifyReply> {
    const { tracks, now } = await this.work.read(door.actor, async (manager, at) => ({
      tracks: await tracksAt(manager, door.place),
      now: at,
    }));
    const around = {
      mayOpen: mayKeep(door.actor),
      notice: takeNotice(request),
      now,
      timezone: this.timezone,
    };
    return this.pages.show(reply, 'pages/tracks/tracks.njk', tracksPage(door, tracks, around));
  }

  async open(door: TracksDoor, { request, reply }: Exchange): Promise<FastifyReply> {
    const { raw, idempotencyKey: key } = readFields(request.body, { single: ['another'] });
    const act = this.serverKey.repeatable('form', { request, key, content: raw });
    const input = { place: door.place, another: raw.another === 'yes' && door.place.kind === 'case' };
    const outcome = resultOfForm(await this.openTrack.execute(door.actor, input, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return refuse(outcome, OPEN_REFUSALS);
    leaveNotice(request, TRACKS.opened);
    return this.pages.redirect(reply, `${door.base}/${outcome.trackId}`);
  }

  async show(door: TracksDoor, id: TrackId, { request, reply }: Exchange): Promise<FastifyReply> {
    const parts = await this.parts(door, id);
    const page = trackPage(door, parts, { mayKeep: mayKeep(door.actor), notice: takeNotice(request) });
    return this.pages.show(reply, 'pages/tracks/track.njk', page);
  }

  async choose(door: TracksDoor, id: TrackId, reply: FastifyReply): Promise<FastifyReply> {
    await this.parts(door, id);
    return this.pages.show(reply, 'pages/tracks/choose.njk', choosePage(formOf(door, id)));
  }

  async openMilestone(
    door: TracksDoor,
    id: TrackId,
    typed: unknown,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const kind = kindOf(typed);
    const { now } = await this.parts(door, id);
    const raw = { ...BLANK_MILESTONE, ...momentNow('at', { now, timezone: this.timezone }), atTime: '' };
    return this.milestoneForm(door, id, { kind, raw }, reply);
  }

  async saveMilestone(
    door: TracksDoor,
    id: TrackId,
    typed: unknown,
    { request, reply }: Exchange,
  ): Promise<FastifyReply> {
    const kind = kindOf(typed);
    await this.parts(door, id);
    const form = readMilestone(request.body, { kind, correcting: false, timezone: this.timezone });
    const { raw, idempotencyKey } = form;
    if (form.kind === 'invalid')
      return this.milestoneForm(door, id, { kind, raw, errors: form.errors, idempotencyKey }, reply);
    const { facts, issueReason } = form.input;
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(
      await this.recordMilestone.execute(door.actor, { trackId: id, facts, issueReason }, act),
    );
    const again = againOf(outcome);
    if (again !== null) return this.milestoneForm(door, id, { kind, raw, idempotencyKey, ...again }, reply);
    const recheck = outcome.kind === 'recorded' && outcome.recheck && door.place.kind === 'case';
    leaveNotice(
      request,
      recheck && mayDo(door.actor, 'settle-recheck') ? MILESTONE.savedRecheck : MILESTONE.saved,
    );
    return this.pages.redirect(reply, `${door.base}/${id}`);
  }

  async openCorrection(
    door: TracksDoor,
    id: TrackId,
    milestoneId: MilestoneId,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const one = await this.entry(door, id, milestoneId);
    return this.milestoneForm(
      door,
      id,
      { kind: one.kind, raw: milestoneAsTyped(one, this.timezone), corrects: one.id },
      reply,
    );
  }

  async saveCorrection(
    door: TracksDoor,
    id: TrackId,
    milestoneId: MilestoneId,
    { request, reply }: Exchange,
  ): Promise<FastifyReply> {
    const { kind } = await this.entry(door, id, milestoneId);
    const form = readMilestone(request.body, { kind, correcting: true, timezone: this.timezone });
    const { raw, idempotencyKey } = form;
    const shown = { kind, raw, idempotencyKey, corrects: milestoneId };
    if (form.kind === 'invalid')
      return this.milestoneForm(door, id, { ...shown, errors: form.errors }, reply);
    const { facts, issueReason, reason } = form.input;
    if (reason === null) throw new Error('a correction is read with its reason');
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { trackId: id, milestoneId, facts, issueReason, reason };
    const outcome = resultOfForm(await this.correctMilestone.execute(door.actor, input, act));
    const again = againOf(outcome);
    if (again !== null) return this.milestoneForm(door, id, { ...shown, ...again }, reply);
    leaveNotice(request, MILESTONE.corrected);
    return this.pages.redirect(reply, `${door.base}/${id}`);
  }

  async openWithdrawal(
    door: TracksDoor,
    id: TrackId,
    milestoneId: MilestoneId,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { kind } = await this.entry(door, id, milestoneId);
    const action = `${door.base}/${id}/entries/${milestoneId}/withdraw`;
    const page = withdrawPage(formOf(door, id), { kind, action, raw: { reason: '' }, errors: [] });
    return this.pages.show(reply, 'pages/tracks/withdraw.njk', page);
  }

  async saveWithdrawal(
    door: TracksDoor,
    id: TrackId,
    milestoneId: MilestoneId,
    { request, reply }: Exchange,
  ): Promise<FastifyReply> {
    const { kind } = await this.entry(door, id, milestoneId);
    const form = readWithdrawal(request.body);
    const { raw, idempotencyKey } = form;
    if (form.kind === 'invalid') {
      const action = `${door.base}/${id}/entries/${milestoneId}/withdraw`;
      const state = { kind, action, raw, errors: form.errors, idempotencyKey };
      return this.pages.show(reply, 'pages/tracks/withdraw.njk', withdrawPage(formOf(door, id), state), 400);
    }
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { trackId: id, milestoneId, reason: form.input };
    const outcome = resultOfForm(await this.withdrawMilestone.execute(door.actor, input, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return refuse(outcome, WITHDRAW_REFUSALS);
    leaveNotice(request, MILESTONE.withdrawnDone);
    return this.pages.redirect(reply, `${door.base}/${id}`);
  }

  async openPosition(door: TracksDoor, id: TrackId, reply: FastifyReply): Promise<FastifyReply> {
    await this.parts(door, id);
    const raw = { position: '', reason: '', toldInPerson: '', ...momentBlank('said') };
    return this.pages.show(
      reply,
      'pages/tracks/position.njk',
      positionPage(formOf(door, id), { raw, errors: [] }),
    );
  }

  async savePosition(door: TracksDoor, id: TrackId, { request, reply }: Exchange): Promise<FastifyReply> {
    await this.parts(door, id);
    const form = readPosition(request.body, this.timezone);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) => {
      const page = positionPage(formOf(door, id), { raw, errors, idempotencyKey });
      return this.pages.show(reply, 'pages/tracks/position.njk', page, 400);
    };
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { trackId: id, facts: form.input, corrects: null };
    const outcome = resultOfForm(await this.recordPosition.execute(door.actor, input, act));
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return again(whatToPutRight(outcome, POSITION_REFUSALS));
    leaveNotice(request, POSITION.saved);
    return this.pages.redirect(reply, `${door.base}/${id}`);
  }

  async openOfficer(door: TracksDoor, id: TrackId, reply: FastifyReply): Promise<FastifyReply> {
    await this.parts(door, id);
    const raw = { officer: '', reason: '', personTold: '', ...momentBlank('from') };
    return this.pages.show(
      reply,
      'pages/tracks/officer.njk',
      officerPage(formOf(door, id), { raw, errors: [] }),
    );
  }

  async saveOfficer(door: TracksDoor, id: TrackId, { request, reply }: Exchange): Promise<FastifyReply> {
    await this.parts(door, id);
    const form = readOfficer(request.body, this.timezone);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) => {
      const page = officerPage(formOf(door, id), { raw, errors, idempotencyKey });
      return this.pages.show(reply, 'pages/tracks/officer.njk', page, 400);
    };
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(
      await this.handOver.execute(door.actor, { trackId: id, ...form.input }, act),
    );
    if (outcome.kind === 'not-found') throw notFound();
    if (outcome.kind === 'refused') return again(whatToPutRight(outcome, OFFICER_REFUSALS));
    leaveNotice(request, OFFICER.saved);
    return this.pages.redirect(reply, `${door.base}/${id}`);
  }

  private get timezone(): string {
    return this.settings.area.timezone;
  }

  /** What is shown was logged before it is read; a track below another case's address is not there. */
  private async parts(door: TracksDoor, id: TrackId): Promise<TrackParts> {
    const read = await this.readTrack.execute(door.actor, id);
    if (read.kind === 'not-found' || !belongs(door, read.track)) throw notFound();
    const { view, now } = await this.work.read(door.actor, async (manager, at) => ({
      view: await trackView(manager, read.track),
      now: at,
    }));
    return { track: read.track, closed: read.closed, view, now, timezone: this.timezone };
  }

  private async entry(door: TracksDoor, id: TrackId, milestoneId: MilestoneId): Promise<Milestone> {
    const { view } = await this.parts(door, id);
    const found = view.milestones.find((one) => one.id === milestoneId);
    if (found === undefined) throw notFound();
    return found;
  }

  private milestoneForm(
    door: TracksDoor,
    id: TrackId,
    form: {
      readonly kind: MilestoneKind;
      readonly raw: MilestoneRaw;
      readonly errors?: readonly FieldError[];
      readonly issues?: readonly MilestoneIssue[];
      readonly idempotencyKey?: string;
      readonly corrects?: MilestoneId;
    },
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { kind, raw, errors = [], issues = [], idempotencyKey, corrects } = form;
    const of = formOf(door, id);
    const action =
      corrects === undefined
        ? `${of.base}/milestones/new?what=${kind}`
        : `${of.base}/entries/${corrects}/correct`;
    const correcting = corrects !== undefined;
    const page = milestonePage(of, { kind, raw, errors, issues, idempotencyKey, action, correcting });
    return this.pages.show(reply, 'pages/tracks/milestone.njk', page, errors.length > 0 ? 400 : 200);
  }
}

/** What must be put right before it can be kept; null once it is. */
function againOf(
  outcome: KeepMilestoneOutcome,
): { readonly errors: readonly FieldError[]; readonly issues?: readonly MilestoneIssue[] } | null {
  switch (outcome.kind) {
    case 'recorded':
      return null;
    case 'not-found':
      throw notFound();
    case 'refused':
      return { errors: whatToPutRight(outcome, MILESTONE_REFUSALS) };
    case 'unusual':
      return {
        errors: [{ field: 'issueReason', message: MILESTONE.issueReasonMissing }],
        issues: outcome.issues,
      };
  }
}

function formOf({ base, reference }: TracksDoor, id: TrackId): FormOf {
  return { base: `${base}/${id}`, reference };
}

function mayKeep(actor: StaffActor): boolean {
  return mayDo(actor, 'keep-track') || mayDo(actor, 'keep-shared-track') || mayDo(actor, 'keep-own-track');
}

function belongs({ place }: TracksDoor, track: TrackParts['track']): boolean {
  return place.kind === 'case' ? track.caseId === place.caseId : track.referralId === place.referralId;
}

/** A kind out of an address; any other address is of no page. */
function kindOf(typed: unknown): MilestoneKind {
  const kind = MILESTONE_KINDS.find((one) => one === typed);
  if (kind === undefined) throw notFound();
  return kind;
}
