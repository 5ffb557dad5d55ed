import { Controller, Get, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { DiscardDraft, OpenDraft, type DraftDiscarded, type DraftOpened } from '#libs/casework';
import type { DraftId, StaffActor } from '#libs/domain';
import { ownDrafts, PostgresUnitOfWork } from '#libs/persistence';
import { Problem } from '../../../errors/problem';
import type { RefusalCopy } from '../../../errors/refusal';
import { IdempotencyKey } from '../../../request-reading/idempotency-key';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { doneIn, type ReasonsOf } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { UNREADABLE } from '../requests/refusal.copy';
import { DraftDiscardedView, draftStepsOf, DraftsView, draftView, OpenedDraftView } from './draft.view';

const REFUSALS: RefusalCopy<ReasonsOf<DraftOpened | DraftDiscarded>> = { unreadable: UNREADABLE };

/** Drafts belong to a form and its author. A program sends a referral whole, so it needs none of its own. */
@ApiTags('drafts')
@ApiBearerAuth('bearer')
@Controller('/api/v1/drafts')
export class DraftsController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly openDraft: OpenDraft,
    private readonly discardDraft: DiscardDraft,
  ) {}

  @ForAct('keep-draft')
  @Answers({ id: 'listDrafts', summary: 'Your referrals that were begun and not sent', type: DraftsView })
  @Get()
  async list(@CurrentActor() actor: StaffActor): Promise<DraftsView> {
    const drafts = await this.unitOfWork.read(actor, ownDrafts);
    return { items: drafts.map(({ draftId: id, ...times }) => draftView({ id, ...times }, actor)) };
  }

  @ForAct('keep-draft')
  @Answers({
    id: 'readDraft',
    summary: 'What was typed in one of your drafts',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: OpenedDraftView,
    problems: [400, 401, 404, 409, 503],
  })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<OpenedDraftView> {
    const opened = doneIn(await this.openDraft.execute(actor, id as DraftId), REFUSALS);
    if (opened.kind === 'sent') throw alreadySent();
    const { draft, contents } = opened;
    return { ...draftView(draft, actor), steps: draftStepsOf(contents) };
  }

  /** A draft that is gone stays gone: discarded twice, the second time there is nothing there. */
  @ForAct('keep-draft')
  @UseInterceptors(NoBody)
  @ActAnswers({ id: 'discardDraft', summary: 'Delete what was typed, at once', type: DraftDiscardedView })
  @Post('/:id/discard')
  async discard(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @IdempotencyKey() _key: string,
  ): Promise<DraftDiscardedView> {
    const request = { draftId: id as DraftId, reason: 'by-author' } as const;
    const ended = doneIn(await this.discardDraft.execute(actor, request), REFUSALS);
    if (ended.kind === 'sent') throw alreadySent();
    return { id };
  }
}

function alreadySent(): Problem {
  return new Problem('conflict', {
    detail: 'This draft was sent: read your referrals to see what it became.',
    reason: 'already-sent',
  });
}
