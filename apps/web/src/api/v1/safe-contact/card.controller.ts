import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RevealWord, type Revealing } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { cardHistory } from '#libs/persistence';
import { IdempotencyKey } from '../../../request-reading/idempotency-key';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CaseReader } from '../cases/case-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { doneIn } from '../requests/done';
import { UNREADABLE } from '../requests/refusal.copy';
import { RevealSealedBody } from './card.dto';
import { CardVersionsView, cardVersionView } from './card-versions.view';
import { CardView, cardView, RevealedTextView } from './card.view';

@ApiTags('safe contact')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/safe-contact')
export class CardController {
  constructor(
    private readonly cases: CaseReader,
    private readonly revealWord: RevealWord,
  ) {}

  @ForAct('change-card')
  @Answers({
    id: 'readSafeContactCard',
    summary: 'The safe-contact card in codes and times',
    type: CardView,
    etag: true,
  })
  @Get()
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CardView> {
    const view = await this.cases.with(actor, id, (_, summary, now) =>
      Promise.resolve(cardView(summary, actor, now)),
    );
    reply.header('etag', view.etag);
    return view;
  }

  @ForAct('change-card')
  @Answers({
    id: 'listCardVersions',
    summary: 'Every version of the safe-contact card and of each way on it, in codes and times',
    type: CardVersionsView,
  })
  @Get('/versions')
  versions(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<CardVersionsView> {
    return this.cases.with(actor, id, async (manager, { caseId }) => ({
      caseId,
      items: (await cardHistory(manager, caseId)).map(cardVersionView),
    }));
  }

  /** Sent again with the same key it shows again, and is logged again: the log is of what was seen. */
  @ForAct('reveal-word')
  @ActAnswers({
    id: 'revealSealedWord',
    summary: 'Show the code word, the stop word or the name of the other person',
    description: 'One at a time. Each showing is written to the access log before the answer leaves.',
    type: RevealedTextView,
  })
  @Post('/reveal')
  async reveal(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @IdempotencyKey() _key: string,
    @Body() { what }: RevealSealedBody,
  ): Promise<RevealedTextView> {
    const revealing: Revealing = what === 'third-party' ? { what } : { what: 'word', word: what };
    const request = { ...revealing, caseId: id as CaseId };
    const { text } = doneIn(await this.revealWord.execute(actor, request), { unreadable: UNREADABLE });
    return { caseId: id, text };
  }
}
