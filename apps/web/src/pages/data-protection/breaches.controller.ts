import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeBreach, ReadBreach, RecordBreach, type ChangeBreachInput } from '#libs/casework';
import { BREACH_RISKS, type BreachId, type StaffActor } from '#libs/domain';
import { breachLists, PostgresUnitOfWork } from '#libs/persistence';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, takeNotice, type Notice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { momentNow } from '../typed-moments/typed-moment.page';
import { BREACH, BREACH_ERRORS, BREACH_REFUSALS, NEW_BREACH } from './breach.copy';
import { readBreach, readPeople } from './breach.form';
import { breachesPage, breachPage, newBreachPage } from './breach.page';

const BUTTONS = ['report', 'tell-people', 'close'] as const;

@Controller('/data-protection/breaches')
export class BreachesController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly recordBreach: RecordBreach,
    private readonly changeBreach: ChangeBreach,
    private readonly readBreach: ReadBreach,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('keep-breaches')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const lists = await this.work.read(actor, (manager) => breachLists(manager));
    const owners = [...lists.open, ...lists.closed].map(({ ownerUserId }) => ownerUserId);
    const page = breachesPage(lists, await this.reading(actor, owners, takeNotice(request)));
    return this.pages.show(reply, 'pages/data-protection/breaches.njk', page);
  }

  @ForAct('keep-breaches')
  @Get('/new')
  async form(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { timezone } = this.settings.area;
    const now = await this.work.read(actor, (_, at) => Promise.resolve(at));
    const raw = { kind: '', people: '', words: '', ...momentNow('noticed', { now, timezone }) };
    return this.pages.show(reply, 'pages/data-protection/new-breach.njk', newBreachPage({ raw, errors: [] }));
  }

  @ForAct('keep-breaches')
  @Post('/new')
  async record(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readBreach(request.body, this.settings.area.timezone);
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(
        reply,
        'pages/data-protection/new-breach.njk',
        newBreachPage({ raw, errors, idempotencyKey }),
        400,
      );
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.recordBreach.execute(actor, form.input, act));
    switch (outcome.kind) {
      case 'recorded':
        leaveNotice(request, { title: NEW_BREACH.saved, lines: [] });
        return this.pages.redirect(reply, `/data-protection/breaches/${outcome.breachId}`);
      case 'not-found':
        throw notFound();
      case 'refused':
        return again([
          outcome.reason === 'unreadable'
            ? { field: 'words', message: BREACH_ERRORS.unreadable }
            : { field: 'noticedDay', message: BREACH_ERRORS.future },
        ]);
    }
  }

  @ForAct('keep-breaches')
  @Get('/:id')
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: BreachId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(actor, id, { reply, notice: takeNotice(request), errors: [] });
  }

  @ForAct('keep-breaches')
  @Post('/:id/:act')
  async change(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: BreachId,
    @Param('act') act: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const button = BUTTONS.find((slug) => slug === act);
    if (button === undefined && act !== 'assess') throw notFound();
    const single = button === undefined ? (['risk', 'people', 'revision'] as const) : (['revision'] as const);
    const { raw, errors, idempotencyKey } = readFields<'risk' | 'people' | 'revision'>(request.body, {
      single: [...single],
    });
    const change = button === undefined ? assessed(raw) : { kind: button };
    if (!('kind' in change)) {
      return this.draw(actor, id, {
        reply,
        notice: null,
        raw,
        errors: [...errors, ...change.errors],
        idempotencyKey,
      });
    }
    const repeatable = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const input = { breachId: id, revision: readRevision(raw.revision), change };
    const outcome = resultOfForm(await this.changeBreach.execute(actor, input, repeatable));
    switch (outcome.kind) {
      case 'changed':
        leaveNotice(request, { title: BREACH.saved, lines: [] });
        return this.pages.redirect(reply, `/data-protection/breaches/${id}`);
      case 'not-found':
        throw notFound();
      case 'stale':
        throw new Problem('conflict', { detail: BREACH.stale });
      case 'refused':
        return refuse(outcome, BREACH_REFUSALS);
    }
  }

  private async draw(
    actor: StaffActor,
    id: BreachId,
    form: {
      reply: FastifyReply;
      notice: Notice | null;
      raw?: { readonly risk: string; readonly people: string };
      errors: readonly FieldError[];
      idempotencyKey?: string;
    },
  ): Promise<FastifyReply> {
    const read = await this.readBreach.execute(actor, id);
    if (read.kind === 'not-found') throw notFound();
    const { reply, notice, raw, errors, idempotencyKey } = form;
    const typed = raw ?? { risk: read.breach.risk ?? '', people: String(read.breach.peopleAffected) };
    const reading = await this.reading(actor, [read.breach.ownerUserId], notice);
    const page = breachPage(read, reading, { ...typed, errors, idempotencyKey });
    return this.pages.show(reply, 'pages/data-protection/breach.njk', page, errors.length === 0 ? 200 : 400);
  }

  private async reading(actor: StaffActor, owners: readonly StaffActor['userId'][], notice: Notice | null) {
    const now = await this.work.read(actor, (_, at) => Promise.resolve(at));
    const nameOf = await this.colleagues.names(owners, actor.userId);
    return { now, timezone: this.settings.area.timezone, nameOf, notice };
  }
}

function assessed(raw: {
  readonly risk: string;
  readonly people: string;
}): Extract<ChangeBreachInput['change'], { kind: 'assess' }> | { readonly errors: readonly FieldError[] } {
  const risk = BREACH_RISKS.find((code) => code === raw.risk);
  const peopleAffected = readPeople(raw.people);
  if (risk !== undefined && peopleAffected !== undefined) return { kind: 'assess', risk, peopleAffected };
  return {
    errors: [
      ...(risk === undefined ? [{ field: 'risk', message: BREACH_ERRORS.risk }] : []),
      ...(peopleAffected === undefined ? [{ field: 'people', message: BREACH_ERRORS.people }] : []),
    ],
  };
}
