import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DecideProposal, type DecideProposalOutcome, type ProposalDecision } from '#libs/casework';
import { DECLINE_REASONS, type ProposalId, type StaffActor } from '#libs/domain';
import { decidedProposals, PostgresUnitOfWork, proposalById, waitingProposals } from '#libs/persistence';
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
import { DECIDED_NOTICE, DECIDE_REFUSALS, FAULTS, PROPOSALS, STALE, UNKNOWN_FAULT } from './proposal.copy';
import { proposalPage } from './proposal.page';
import { proposalViewOf } from './proposal-views';
import { proposalsPage } from './proposals.page';

@Controller('/proposals')
export class ProposalsController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly decideProposal: DecideProposal,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-proposals')
  @Get()
  async list(
    @CurrentActor() actor: StaffActor,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const place = readPlace<ProposalId>(after);
    const cursor = place && { proposedAt: place.at, id: place.id };
    const read = await this.work.read(actor, async (manager, now) => ({
      now,
      waiting: place === null ? await waitingProposals(manager) : [],
      decided: await decidedProposals(manager, { after: cursor, limit: ROWS_READ }),
    }));
    const { rows: decided, nextPath } = pageOf(read.decided, {
      path: '/proposals',
      after: ({ proposedAt: at, id }) => placeOf({ at, id }),
    });
    const people = [...read.waiting, ...decided].map(({ proposedBy }) => proposedBy);
    const page = proposalsPage(
      { ...read, decided },
      {
        nameOf: await this.colleagues.names(people, actor.userId),
        timezone: this.settings.area.timezone,
        nextPath,
        notice: takeNotice(request),
      },
    );
    return this.pages.show(reply, 'pages/change-proposals/list.njk', page);
  }

  @ForAct('see-proposals')
  @Get('/:id')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ProposalId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.draw(actor, reply, { id, errors: [], notice: takeNotice(request) });
  }

  @ForAct('see-proposals')
  @Post('/:id/decision')
  @HttpCode(303)
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ProposalId,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, idempotencyKey: key } = readFields(body, { single: ['revision', 'decision', 'reason'] });
    const decision = readDecision(raw);
    if (decision === 'no-reason') {
      const errors = [{ field: 'reason', message: PROPOSALS.reasonMissing }];
      return this.draw(actor, reply, { id, errors, notice: null });
    }
    const act = this.serverKey.repeatable('form', { request, key, content: raw });
    const change = { proposalId: id, decision, revision: readRevision(raw.revision) };
    const outcome = resultOfForm(await this.decideProposal.execute(actor, change, act));
    const { title, lines } = noticeOf(outcome);
    leaveNotice(request, { title, lines });
    return this.pages.redirect(reply, `/proposals/${id}`);
  }

  private async draw(
    actor: StaffActor,
    reply: FastifyReply,
    {
      id,
      errors,
      notice,
    }: Pick<Parameters<typeof proposalPage>[0], 'errors' | 'notice'> & { id: ProposalId },
  ): Promise<FastifyReply> {
    const { timezone } = this.settings.area;
    const read = await this.work.read(actor, async (manager, now) => {
      const proposal = await proposalById(manager, id);
      if (proposal === null) throw notFound();
      const view = proposalViewOf(proposal.kind);
      const reading = { now, timezone };
      return {
        now,
        proposal,
        title: view.title(proposal.subject),
        changes: await view.changes(manager, proposal, reading),
        sections: proposal.state === 'proposed' ? await view.preview(manager, proposal, reading) : [],
      };
    });
    const people = [read.proposal.proposedBy, read.proposal.decidedBy];
    const nameOf = await this.colleagues.names(people, actor.userId);
    const page = proposalPage({ ...read, actor, nameOf, timezone, errors, notice });
    return this.pages.show(reply, 'pages/change-proposals/show.njk', page, errors.length > 0 ? 400 : 200);
  }
}

function readDecision(raw: { decision: string; reason: string }): ProposalDecision['decision'] | 'no-reason' {
  switch (raw.decision) {
    case 'approve':
    case 'withdraw':
      return { kind: raw.decision };
    case 'decline': {
      const reason = DECLINE_REASONS.find((code) => code === raw.reason);
      return reason === undefined ? 'no-reason' : { kind: 'decline', reason };
    }
    default:
      throw badRequest(PROPOSALS.decisionMissing);
  }
}

function noticeOf(outcome: DecideProposalOutcome): { title: string; lines: readonly string[] } {
  switch (outcome.kind) {
    case 'decided': {
      if (outcome.state === 'proposed') throw new Error('a decision leaves a proposal decided');
      const { title, line } = DECIDED_NOTICE[outcome.state];
      return { title, lines: [line] };
    }
    case 'stale':
      throw new Problem('conflict', { detail: STALE });
    case 'impossible':
      throw new Problem('conflict', { detail: faultsInWords(outcome.faults) });
    case 'refused':
      return refuse(outcome, DECIDE_REFUSALS);
    case 'not-found':
      throw notFound();
  }
}

function faultsInWords(faults: readonly string[]): string {
  return faults.map((fault) => (FAULTS[fault] ?? UNKNOWN_FAULT).sentence).join('. ');
}
