import { Body, Controller, Get, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { BeginRoutingDraft, ProposeChange, ReplayDraft, type Repeatable } from '#libs/casework';
import {
  instant,
  lastFullQuarter,
  ROUTING_TABLE,
  tableFaults,
  type RoutingDraftId,
  type StaffActor,
} from '#libs/domain';
import { PostgresUnitOfWork, routingDraftById, routingDraftsOf } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { changedSince, IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { impossible, PROPOSE_REFUSALS } from '../proposals/proposal.copy';
import { ProposedView } from '../proposals/proposal.view';
import { done, doneIn } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { DRAFT_REFUSALS, REPLAY_REFUSALS } from './routing-draft.copy';
import { ProposeRoutingDraftBody } from './routing-draft.dto';
import {
  draftView,
  openedDraftView,
  OpenedRoutingDraftView,
  RoutingDraftKeptView,
  RoutingDraftsView,
} from './routing-draft.view';
import { replayView, RoutingReplayView } from './routing-replay.view';

/** An administrator's own drafts of the routing rules, from the version in force to a second person. */
@ApiTags('routing')
@ApiBearerAuth('bearer')
@Controller('/api/v1/routing-drafts')
export class RoutingDraftsApiController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly beginDraft: BeginRoutingDraft,
    private readonly replayDraft: ReplayDraft,
    private readonly proposeChange: ProposeChange,
  ) {}

  @ForAct('propose-change')
  @Answers({ id: 'listRoutingDrafts', summary: 'Your drafts of the routing rules', type: RoutingDraftsView })
  @Get()
  async list(@CurrentActor() actor: StaffActor): Promise<RoutingDraftsView> {
    const drafts = await this.unitOfWork.read(actor, (manager) => routingDraftsOf(manager, actor.userId));
    return { items: drafts.map(draftView) };
  }

  @ForAct('propose-change')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'beginRoutingDraft',
    summary: 'Begin a draft of the routing rules from their newest version',
    type: RoutingDraftKeptView,
    status: 201,
  })
  @Post()
  async begin(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
  ): Promise<RoutingDraftKeptView> {
    const { draftId } = done(await this.beginDraft.execute(actor, repeatable), DRAFT_REFUSALS);
    return { draftId };
  }

  @ForAct('propose-change')
  @Answers({
    id: 'readRoutingDraft',
    summary: 'One of your drafts, and what must be put right before it can be proposed',
    type: OpenedRoutingDraftView,
  })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<OpenedRoutingDraftView> {
    const draft = await this.own(actor, id);
    const { table } = draft;
    return this.unitOfWork.run(actor, async (tx) => {
      const services = (await tx.directory.current(tx.now)).map(({ service }) => service);
      const faults = tableFaults(table, services, { districts: await tx.directory.districts() });
      const newest = await tx.routing.newestTable();
      return openedDraftView(draft, {
        faults,
        outdated: newest.table.version !== draft.basedOnVersion,
      });
    });
  }

  @ForAct('propose-change')
  @Answers({
    id: 'replayRoutingDraft',
    summary: 'How many would have gone elsewhere last quarter under a draft',
    description: 'That it was asked, and of which draft, is on record before anything is counted.',
    type: RoutingReplayView,
    problems: [400, 401, 404, 409],
  })
  @Get('/:id/replay')
  async replay(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<RoutingReplayView> {
    const { table } = await this.own(actor, id);
    const outcome = await this.replayDraft.execute(actor, id as RoutingDraftId);
    const { replay, now } = doneIn(outcome, REPLAY_REFUSALS);
    return replayView(replay, lastFullQuarter(now, table.timezone));
  }

  @ForAct('propose-change')
  @ActAnswers({
    id: 'proposeRoutingDraft',
    summary: 'Put a draft before a second person',
    description:
      'Nothing changes for anybody until they approve it; until then you can withdraw the proposal.',
    type: ProposedView,
    status: 201,
    ifMatch: true,
  })
  @Post('/:id/propose')
  async propose(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { effectiveFrom, reason }: ProposeRoutingDraftBody,
  ): Promise<ProposedView> {
    const { table: body, basedOnVersion, revision: current } = await this.own(actor, id);
    if (current !== revision) throw changedSince(current);
    const from = effectiveFrom === null ? null : instant(effectiveFrom);
    const change = { kind: 'routing', subject: ROUTING_TABLE, basedOnVersion, body } as const;
    const outcome = done(
      await this.proposeChange.execute(actor, { ...change, effectiveFrom: from, reason }, repeatable),
      PROPOSE_REFUSALS,
    );
    if (outcome.kind === 'impossible') throw impossible(outcome.faults);
    return { proposalId: outcome.proposalId };
  }

  /** Row-level security shows nobody the draft of another. */
  private async own(actor: StaffActor, id: string) {
    const draft = await this.unitOfWork.read(actor, (manager) =>
      routingDraftById(manager, id as RoutingDraftId),
    );
    if (draft === null) throw notFound();
    return draft;
  }
}
