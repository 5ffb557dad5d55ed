import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DecideProposal, type ProposalDecision, type Repeatable } from '#libs/casework';
import { isoOf, type ProposalId, type StaffActor } from '#libs/domain';
import {
  decidedProposals,
  PostgresUnitOfWork,
  proposalById,
  waitingProposals,
  type ProposalCursor,
} from '#libs/persistence';
import { invalidInput, notFound } from '../../../errors/problem';
import { proposalViewOf } from '../../../pages/change-proposals/proposal-views';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../../settings';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf, PageQuery } from '../paging/page.query.dto';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { DECIDE_REFUSALS, impossible } from './proposal.copy';
import { DecideProposalBody } from './proposal.dto';
import {
  DecidedProposalsView,
  OpenedProposalView,
  ProposalDecidedView,
  proposalView,
  WaitingProposalsView,
} from './proposal.view';

const LIST = 'decided proposals';

@ApiTags('proposals')
@ApiBearerAuth('bearer')
@Controller('/api/v1/proposals')
export class ProposalsController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly decideProposal: DecideProposal,
    private readonly cursors: Cursors,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-proposals')
  @Answers({
    id: 'listProposals',
    summary: 'Changes of rules that wait for a second person',
    type: WaitingProposalsView,
  })
  @Get()
  async waiting(@CurrentActor() actor: StaffActor): Promise<WaitingProposalsView> {
    const records = await this.unitOfWork.read(actor, waitingProposals);
    return { items: records.map((record) => proposalView(record, actor)) };
  }

  @ForAct('see-proposals')
  @Answers({
    id: 'listDecidedProposals',
    summary: 'Changes of rules that were decided',
    type: DecidedProposalsView,
    problems: [400, 401, 404, 422],
  })
  @Get('/decided')
  async decided(@CurrentActor() actor: StaffActor, @Query() query: PageQuery): Promise<DecidedProposalsView> {
    const limit = limitOf(query);
    const after = this.cursors.read<ProposalCursor>(LIST, query.cursor);
    const records = await this.unitOfWork.read(actor, (manager) =>
      decidedProposals(manager, { after, limit: limit + 1 }),
    );
    return pageOf(records, {
      limit,
      item: (record) => proposalView(record, actor),
      cursor: ({ proposedAt, id }) => this.cursors.write<ProposalCursor>(LIST, { proposedAt, id }),
    });
  }

  @ForAct('see-proposals')
  @Answers({
    id: 'readProposal',
    summary: 'One change, what differs, and what it would have meant',
    type: OpenedProposalView,
    etag: true,
  })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedProposalView> {
    const { timezone } = this.settings.area;
    return this.unitOfWork.read(actor, async (manager, now) => {
      const proposal = await proposalById(manager, id as ProposalId);
      if (proposal === null) throw notFound();
      const shown = proposalViewOf(proposal.kind);
      const view = proposalView(proposal, actor);
      const open = proposal.state === 'proposed';
      const sections = open ? await shown.preview(manager, proposal, { now, timezone }) : [];
      reply.header('etag', view.etag);
      return {
        ...view,
        changes: [...(await shown.changes(manager, proposal, { now, timezone }))],
        preview: sections.map(({ title, lines, table, after = [] }) => ({
          title,
          lines: [...lines, ...after],
          head: table?.head ?? [],
          rows: table?.rows ?? [],
        })),
      };
    });
  }

  @ForAct('decide-proposal', 'propose-retention')
  @ActAnswers({
    id: 'decideProposal',
    summary: 'Approve or decline a change, or take it back',
    description:
      'Nobody approves what they proposed themselves. How long records are kept is decided by a service manager, and taken back by whoever drafted it.',
    type: ProposalDecidedView,
    ifMatch: true,
  })
  @Post('/:id/decision')
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() body: DecideProposalBody,
  ): Promise<ProposalDecidedView> {
    const change = { proposalId: id as ProposalId, decision: decisionIn(body), revision };
    const outcome = done(await this.decideProposal.execute(actor, change, repeatable), DECIDE_REFUSALS);
    if (outcome.kind === 'impossible') throw impossible(outcome.faults);
    const { state, effectiveFrom } = outcome;
    return { proposalId: id, state, effectiveFrom: effectiveFrom && isoOf(effectiveFrom) };
  }
}

function decisionIn({ decision, reason }: DecideProposalBody): ProposalDecision['decision'] {
  if (decision !== 'decline') return { kind: decision };
  if (reason === undefined)
    throw invalidInput([{ field: 'reason', message: 'reason must say why it is declined' }]);
  return { kind: decision, reason };
}
