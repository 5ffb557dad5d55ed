import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AnswerSwap, AskSwap, type Repeatable } from '#libs/casework';
import type { ShiftId, StaffActor, SwapId, UserId } from '#libs/domain';
import { PostgresUnitOfWork, swapList } from '#libs/persistence';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { ANSWER_SWAP_REFUSALS, ASK_SWAP_REFUSALS } from './swap.copy';
import { AnswerSwapBody, AskSwapBody } from './swap.dto';
import { SwapAskedView, SwapListView, swapListView } from './swap.view';

/** Shifts that colleagues ask one another to take. */
@ApiTags('rota')
@ApiBearerAuth('bearer')
@Controller('/api/v1/rota')
export class SwapsApiController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly askSwap: AskSwap,
    private readonly answerSwap: AnswerSwap,
  ) {}

  @ForAct('see-rota')
  @Answers({ id: 'listSwaps', summary: 'Shifts that colleagues are asked to take', type: SwapListView })
  @Get('/swaps')
  list(@CurrentActor() actor: StaffActor): Promise<SwapListView> {
    return this.unitOfWork.read(actor, async (manager) => swapListView(await swapList(manager), actor));
  }

  @ForAct('swap-shift')
  @ActAnswers({
    id: 'askSwap',
    summary: 'Ask a colleague to take a shift of yours',
    description: 'The ETag is that of the shift. It stays yours until they accept.',
    type: SwapAskedView,
    status: 201,
    ifMatch: true,
  })
  @Post('/shifts/:id/swap')
  async ask(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { toUserId }: AskSwapBody,
  ): Promise<SwapAskedView> {
    const request = { shiftId: id as ShiftId, revision, toUserId: toUserId as UserId };
    const { swapId } = done(await this.askSwap.execute(actor, request, repeatable), ASK_SWAP_REFUSALS);
    return { swapId };
  }

  @ForAct('swap-shift')
  @ActAnswers({
    id: 'answerSwap',
    summary: 'Take a shift, say no, or take the question back',
    type: SwapAskedView,
  })
  @Post('/swaps/:id/answer')
  async answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { answer }: AnswerSwapBody,
  ): Promise<SwapAskedView> {
    const request = { swapId: id as SwapId, answer };
    done(await this.answerSwap.execute(actor, request, repeatable), ANSWER_SWAP_REFUSALS);
    return { swapId: id };
  }
}
