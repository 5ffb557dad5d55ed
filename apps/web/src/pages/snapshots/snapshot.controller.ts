import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MoveSnapshot, type AttackFinding, type MoveSnapshotOutcome } from '#libs/casework';
import {
  mayDo,
  SEND_BACK_REASONS,
  type SendBackReason,
  type SnapshotMove,
  type StaffActor,
} from '#libs/domain';
import { PostgresUnitOfWork, snapshotAt, snapshotDocument, snapshotTables } from '#libs/persistence';
import { badRequest, notFound, Problem, type FieldError } from '../../errors/problem';
import { refuse } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { resultOfForm } from '../form-acts/form-act';
import { sendFile } from '../form-acts/send-file';
import { leaveNotice, takeNotice, type Notice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { explainReportPage } from './explain/explain-report.page';
import { fileNames, snapshotFile } from './files/snapshot-files';
import { pathOf, reportView, type ReportParts } from './report-view';
import { readAddress, type SnapshotAddress } from './snapshot-address';
import { snapshotPage } from './snapshot.page';
import { MOVE_REFUSALS, MOVED_NOTICES, NOT_RELEASED, REPORT, STALE } from './snapshots.copy';

/** One quarterly report: its page, its files, and what becomes of it. */
@Controller('/figures/quarters/:quarter/:version')
export class SnapshotController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly moveSnapshot: MoveSnapshot,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-snapshots')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('quarter') quarter: unknown,
    @Param('version') version: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(actor, reply, {
      address: readAddress(quarter, version),
      errors: [],
      notice: takeNotice(request),
    });
  }

  @ForAct('sign-snapshots')
  @Post('/move')
  @HttpCode(303)
  async move(
    @CurrentActor() actor: StaffActor,
    @Param('quarter') quarter: unknown,
    @Param('version') version: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const address = readAddress(quarter, version);
    const { raw, idempotencyKey: key } = readFields(request.body, { single: ['revision', 'move', 'reason'] });
    const asked = readMove(raw);
    if (asked === 'no-reason')
      return this.draw(actor, reply, {
        address,
        errors: [{ field: 'reason', message: REPORT.sendBackMissing }],
        notice: null,
      });
    const { line } = await this.read(actor, address);
    const input = { id: line.snapshot.id, revision: readRevision(raw.revision), ...asked };
    const act = this.serverKey.repeatable('form', { request, key, content: raw });
    const outcome = resultOfForm(await this.moveSnapshot.execute(actor, input, act));
    if (outcome.kind === 'leaks')
      return this.draw(actor, reply, {
        address,
        errors: [{ field: 'found', message: REPORT.found(outcome.found.length) }],
        notice: null,
        found: outcome.found,
      });
    leaveNotice(request, noticeOf(outcome, asked.move));
    return this.pages.redirect(reply, asked.move === 'discard' ? '/figures/quarters' : pathOf(address));
  }

  /** How the numbers of one row were worked out. */
  @ForAct('see-snapshots')
  @Get('/explain')
  async explain(
    @CurrentActor() actor: StaffActor,
    @Param('quarter') quarter: unknown,
    @Param('version') version: unknown,
    @Query() { table, row }: Readonly<Record<string, unknown>>,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.read(actor, readAddress(quarter, version));
    const page = explainReportPage(parts, { actor, table, row });
    if (page === undefined) throw notFound();
    return this.pages.show(reply, 'pages/snapshots/explain/explain-report.njk', page);
  }

  /** The report as one file that needs nothing else: to print, to keep, to make a PDF of. */
  @ForAct('see-snapshots')
  @Get('/report.html')
  async report(
    @CurrentActor() actor: StaffActor,
    @Param('quarter') quarter: unknown,
    @Param('version') version: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const address = readAddress(quarter, version);
    const parts = await this.read(actor, address);
    reply.header('content-disposition', `attachment; filename="${fileStem(address)}.html"`);
    const area = this.settings.area.name;
    return this.pages.show(reply, 'pages/snapshots/report.njk', { ...reportView(parts), area });
  }

  @ForAct('see-snapshots')
  @Get('/signed.json')
  async signed(
    @CurrentActor() actor: StaffActor,
    @Param('quarter') quarter: unknown,
    @Param('version') version: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const address = readAddress(quarter, version);
    const { line } = await this.read(actor, address);
    const document = await this.work.read(actor, (manager) => snapshotDocument(manager, line.snapshot.id));
    if (document === null) throw new Problem('not-found', { detail: REPORT.notSigned });
    return sendFile(reply, `${fileStem(address)}-signed.json`, document);
  }

  @ForAct('see-snapshots')
  @Get('/files/:name')
  async file(
    @CurrentActor() actor: StaffActor,
    @Param('quarter') quarter: unknown,
    @Param('version') version: unknown,
    @Param('name') name: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const address = readAddress(quarter, version);
    const parts = await this.read(actor, address);
    const { title, facts } = reportView(parts);
    const file = snapshotFile(name, { title, facts, tables: parts.tables });
    if (file === null)
      throw new Problem('not-found', { detail: NOT_RELEASED(fileNames(parts.tables).join(', ')) });
    return reply
      .header('content-disposition', `attachment; filename="${fileStem(address)}-${name}"`)
      .type(file.type)
      .send(typeof file.content === 'string' ? file.content : Buffer.from(file.content));
  }

  private async read(actor: StaffActor, address: SnapshotAddress): Promise<ReportParts> {
    const read = await this.work.read(actor, async (manager) => {
      const line = await snapshotAt(manager, address);
      if (line === null) throw notFound();
      return { line, tables: await snapshotTables(manager, line.snapshot.id) };
    });
    const { countedBy, proposedBy, signedOffBy } = read.line.snapshot;
    const nameOf = mayDo(actor, 'sign-snapshots')
      ? await this.colleagues.names([countedBy, proposedBy, signedOffBy], actor.userId)
      : null;
    const { timezone, framework } = this.settings.area;
    return { ...read, nameOf, timezone, boards: framework.boards.map(({ name }) => name) };
  }

  private async draw(
    actor: StaffActor,
    reply: FastifyReply,
    {
      address,
      ...form
    }: {
      readonly address: SnapshotAddress;
      readonly errors: readonly FieldError[];
      readonly notice: Notice | null;
      readonly found?: readonly AttackFinding[];
    },
  ): Promise<FastifyReply> {
    const page = snapshotPage({ ...(await this.read(actor, address)), actor, ...form });
    const status = form.errors.length > 0 ? 400 : 200;
    return this.pages.show(reply, 'pages/snapshots/snapshot.njk', page, status);
  }
}

function fileStem({ quarter, version }: SnapshotAddress): string {
  return `quarter-${quarter}-version-${version}`;
}

type Asked = { readonly move: SnapshotMove; readonly because: SendBackReason | null };

function readMove({ move, reason }: { move: string; reason: string }): Asked | 'no-reason' {
  switch (move) {
    case 'propose':
    case 'sign-off':
    case 'discard':
      return { move, because: null };
    case 'send-back': {
      const because = SEND_BACK_REASONS.find((code) => code === reason);
      return because === undefined ? 'no-reason' : { move, because };
    }
    default:
      throw badRequest(REPORT.moveMissing);
  }
}

function noticeOf(outcome: Exclude<MoveSnapshotOutcome, { kind: 'leaks' }>, move: SnapshotMove): Notice {
  switch (outcome.kind) {
    case 'moved':
      return { title: MOVED_NOTICES[move], lines: [] };
    case 'stale':
      throw new Problem('conflict', { detail: STALE });
    case 'refused':
      return refuse(outcome, MOVE_REFUSALS);
    case 'not-found':
      throw notFound();
  }
}
