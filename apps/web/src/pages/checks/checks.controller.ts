import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DecideCheck, type CheckDecision, type CheckId } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import { checkBoard, PostgresUnitOfWork } from '#libs/persistence';
import { badRequest, notFound, Problem } from '../../errors/problem';
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
import { pageOf, placeOf, readPlace, ROWS_READ } from '../list-places/place';
import { leaveNotice, takeNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { DECIDED, REFUSALS, STALE } from './checks.copy';
import { checksPage } from './checks.page';

@Controller('/checks')
export class ChecksController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly decideCheck: DecideCheck,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('decide-check')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = readPlace<CheckId>(after);
    const cursor = place && { askedAt: place.at, checkId: place.id };
    const read = await this.work.read(actor, async (manager, now) => ({
      now,
      rows: await checkBoard(manager, { after: cursor, limit: ROWS_READ }),
    }));
    const { rows, nextPath } = pageOf(read.rows, {
      path: '/checks',
      after: ({ askedAt: at, checkId: id }) => placeOf({ at, id }),
    });
    const own = rows.filter(({ askedByRole }) => askedByRole !== null).map(({ askedBy }) => askedBy);
    const page = checksPage(rows, {
      actor,
      nameOf: await this.colleagues.names(own, actor.userId),
      now: read.now,
      timezone: this.settings.area.timezone,
      nextPath,
      notice: takeNotice(request),
    });
    return this.pages.show(reply, 'pages/checks/checks.njk', page);
  }

  @ForAct('decide-check')
  @Post('/:id/decision')
  @HttpCode(303)
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey: key } = readFields(body, { single: ['revision', 'decision'] });
    const decision = readDecision(raw.decision);
    const outcome = resultOfForm(
      await this.decideCheck.execute(
        actor,
        { checkId: id as CheckId, decision, revision: readRevision(raw.revision) },
        this.serverKey.repeatable('form', { request, key, content: raw }),
      ),
    );
    switch (outcome.kind) {
      case 'decided':
        leaveNotice(request, DECIDED[decision]);
        return this.pages.redirect(reply, '/checks');
      case 'stale':
        throw new Problem('conflict', { detail: STALE });
      case 'refused':
        return refuse(outcome, REFUSALS);
      case 'not-found':
        throw notFound();
    }
  }
}

/** The two buttons of the form send one of these; anything else did not come from it. */
function readDecision(sent: string): CheckDecision['decision'] {
  if (sent === 'confirmed' || sent === 'declined') return sent;
  throw badRequest('Press one of the two buttons: confirm, or do not confirm.');
}
