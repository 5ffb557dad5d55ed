import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenInEmergency, ReadGlassNote, ReviewBreakGlass, type Repeatable } from '#libs/casework';
import type { BreakGlassId, StaffActor } from '#libs/domain';
import {
  emergencyOpening,
  emergencyOpeningsPage,
  openingsByMonth,
  PostgresUnitOfWork,
  type RegisterPlace,
} from '#libs/persistence';
import { invalidInput, notFound } from '../../../errors/problem';
import { OPENING, REVIEW_REFUSALS } from '../../../pages/break-glass/break-glass.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../../settings';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { requireFreshToken } from '../../../sign-in/fresh-factor';
import { availableOf } from '../access/available-action.view';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { WithFreshFactor } from '../../../sign-in/with-fresh-factor.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf } from '../paging/page.query.dto';
import { isLive, RegisterQuery } from '../paging/register.query.dto';
import { done } from '../requests/done';
import { UNREADABLE } from '../requests/refusal.copy';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { resultOf } from '../requests/result-of';
import { OpenInEmergencyBody, ReviewOpeningBody } from './emergency-opening.dto';
import {
  CaseOpenedView,
  EmergencyOpeningPageView,
  EmergencyOpeningView,
  emergencyOpeningView,
  OpenedEmergencyOpeningView,
  OpeningsByMonthView,
} from './emergency-opening.view';

@ApiTags('emergency openings')
@ApiBearerAuth('bearer')
@Controller('/api/v1/emergency-openings')
export class EmergencyOpeningsController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly openInEmergency: OpenInEmergency,
    private readonly readNote: ReadGlassNote,
    private readonly review: ReviewBreakGlass,
    private readonly cursors: Cursors,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('review-break-glass')
  @Answers({
    id: 'listEmergencyOpenings',
    summary: 'Cases that somebody opened past a wall',
    type: EmergencyOpeningPageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Query() query: RegisterQuery,
  ): Promise<EmergencyOpeningPageView> {
    const [limit, live] = [limitOf(query), isLive(query)];
    const list = `emergency openings ${live ? 'live' : 'ended'}`;
    const after = this.cursors.read<RegisterPlace<BreakGlassId>>(list, query.cursor);
    return this.unitOfWork.read(actor, async (manager, now) =>
      pageOf(await emergencyOpeningsPage(manager, { live, after, limit: limit + 1 }), {
        limit,
        item: (opening) => emergencyOpeningView(opening, { actor, now }),
        cursor: ({ id, reviewDueAt, reviewedAt }) =>
          this.cursors.write(list, { id, at: reviewedAt ?? reviewDueAt }),
      }),
    );
  }

  @ForAct('see-break-glass')
  @Answers({
    id: 'countEmergencyOpenings',
    summary: 'How often, month by month, and how they were reviewed',
    description: 'No reference and nobody’s name.',
    type: OpeningsByMonthView,
  })
  @Get('/months')
  async months(@CurrentActor() actor: StaffActor): Promise<OpeningsByMonthView> {
    const { timezone } = this.settings.area;
    return this.unitOfWork.read(actor, async (manager) => ({
      items: (await openingsByMonth(manager, timezone)).map((month) => ({ ...month })),
    }));
  }

  @ForAct('break-glass')
  @ActAnswers({
    id: 'openInEmergency',
    summary: 'Open a case past a wall for one hour',
    description:
      'Whoever answers for it is told at once, and another person reviews it. Needs a token of a sign-in of the last 5 minutes: 401 otherwise, with max_age in WWW-Authenticate.',
    type: CaseOpenedView,
    status: 201,
  })
  @WithFreshFactor()
  @Post()
  async open(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { reference, reason, why }: OpenInEmergencyBody,
    @Req() request: FastifyRequest,
  ): Promise<CaseOpenedView> {
    const provenAt = requireFreshToken(request);
    const input = { reference: reference.trim().toUpperCase(), reason, why: why.trim(), provenAt };
    const once = await this.openInEmergency.execute(actor, input, repeatable);
    if (resultOf(once).kind === 'not-found')
      throw invalidInput([{ field: 'reference', message: OPENING.notThere }]);
    const { caseId } = done(once, { unreadable: UNREADABLE });
    const href = `/api/v1/cases/${caseId}`;
    return {
      caseId,
      availableActions: availableOf([{ action: 'read-case', method: 'GET', href, may: true }]),
    };
  }

  @ForAct('review-break-glass')
  @Answers({
    id: 'readEmergencyOpening',
    summary: 'One opening with its reason, for whoever reviews it',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: OpenedEmergencyOpeningView,
    etag: true,
  })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedEmergencyOpeningView> {
    const read = await this.readNote.execute(actor, id as BreakGlassId);
    if (read.kind === 'not-found' || read.opening.userId === actor.userId) throw notFound();
    const now = await this.unitOfWork.read(actor, (_, at) => Promise.resolve(at));
    const view = emergencyOpeningView(read.opening, { actor, now });
    reply.header('etag', view.etag);
    return { ...view, why: read.why };
  }

  @ForAct('review-break-glass')
  @ActAnswers({
    id: 'reviewEmergencyOpening',
    summary: 'Say whether it was right to open a case',
    description: 'Said once, and never by whoever opened it.',
    type: EmergencyOpeningView,
    ifMatch: true,
  })
  @Post('/:id/review')
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { review }: ReviewOpeningBody,
  ): Promise<EmergencyOpeningView> {
    const openingId = id as BreakGlassId;
    const input = { id: openingId, review, revision };
    done(await this.review.execute(actor, input, repeatable), REVIEW_REFUSALS);
    return this.unitOfWork.read(actor, async (manager, now) => {
      const opening = await emergencyOpening(manager, openingId);
      if (opening === null) throw notFound();
      return emergencyOpeningView(opening, { actor, now });
    });
  }
}
