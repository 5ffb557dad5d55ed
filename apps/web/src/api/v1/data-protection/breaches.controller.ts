import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadBreach, RecordBreach, type Repeatable } from '#libs/casework';
import { instant, isoOf, type BreachId, type StaffActor } from '#libs/domain';
import { breaches, PostgresUnitOfWork, type RegisterPlace } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { BREACH_ERRORS } from '../../../pages/data-protection/breach.copy';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf } from '../paging/page.query.dto';
import { isLive, RegisterQuery } from '../paging/register.query.dto';
import { done } from '../requests/done';
import { UNREADABLE } from '../requests/refusal.copy';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { RecordBreachBody } from './breach.dto';
import { BreachPageView, BreachRecordedView, breachView, OpenedBreachView } from './breach.view';

const RECORD_REFUSALS = {
  'in-the-future': { sentence: BREACH_ERRORS.future, field: 'noticedAt' },
  unreadable: UNREADABLE,
};

@ApiTags('data protection')
@ApiBearerAuth('bearer')
@Controller('/api/v1/breaches')
export class BreachesController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly recordBreach: RecordBreach,
    private readonly readBreach: ReadBreach,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('keep-breaches')
  @Answers({
    id: 'listBreaches',
    summary: 'The register of breaches of personal data',
    type: BreachPageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Query() query: RegisterQuery): Promise<BreachPageView> {
    const [limit, live] = [limitOf(query), isLive(query)];
    const list = `breaches ${live ? 'live' : 'ended'}`;
    const after = this.cursors.read<RegisterPlace<BreachId>>(list, query.cursor);
    return this.unitOfWork.read(actor, async (manager, now) =>
      pageOf(await breaches(manager, { live, after, limit: limit + 1 }), {
        limit,
        item: (breach) => breachView(breach, now),
        cursor: ({ id, closedAt, regulatorDueAt }) =>
          this.cursors.write(list, { id, at: closedAt ?? regulatorDueAt }),
      }),
    );
  }

  @ForAct('keep-breaches')
  @ActAnswers({
    id: 'recordBreach',
    summary: 'Record a breach of personal data',
    type: BreachRecordedView,
    status: 201,
  })
  @Post()
  async record(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { noticedAt, words, ...body }: RecordBreachBody,
  ): Promise<BreachRecordedView> {
    const input = { ...body, noticedAt: instant(noticedAt), words: words.trim() };
    const outcome = done(await this.recordBreach.execute(actor, input, repeatable), RECORD_REFUSALS);
    return { id: outcome.breachId, regulatorDueAt: isoOf(outcome.regulatorDueAt) };
  }

  @ForAct('keep-breaches')
  @Answers({
    id: 'readBreach',
    summary: 'One breach with the account of it',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: OpenedBreachView,
    etag: true,
  })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedBreachView> {
    const read = await this.readBreach.execute(actor, id as BreachId);
    if (read.kind === 'not-found') throw notFound();
    const now = await this.unitOfWork.read(actor, (_, at) => Promise.resolve(at));
    const view = breachView(read.breach, now);
    reply.header('etag', view.etag);
    return { ...view, words: read.words };
  }
}
