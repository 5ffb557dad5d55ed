import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AssignCases, OfferHandover, type Repeatable } from '#libs/casework';
import type { CaseId, Handover, StaffActor, UserId } from '#libs/domain';
import { caseReceivers, casesToGive, openOffers, PostgresUnitOfWork } from '#libs/persistence';
import { readIfMatch } from '../../../request-reading/entity-tag';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { ASSIGN_REFUSALS, OFFER_REFUSALS } from './handover.copy';
import { AssignCasesBody, OfferHandoverBody } from './handover.dto';
import { CasesOfferedView, HandoversView, handoverView, ReceiversView } from './handover.view';

@ApiTags('handovers')
@ApiBearerAuth('bearer')
@Controller('/api/v1/handovers')
export class HandoversController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly offerHandover: OfferHandover,
    private readonly assignCases: AssignCases,
  ) {}

  @ForAct('hand-over-cases')
  @Answers({
    id: 'listHandovers',
    summary: 'Cases offered to you and by you, that nobody has answered yet',
    type: HandoversView,
  })
  @Get()
  list(@CurrentActor() actor: StaffActor): Promise<HandoversView> {
    return this.unitOfWork.read(actor, async (manager) => {
      const { toAnswer, made } = await openOffers(manager, actor);
      const ids = [...toAnswer, ...made].map(({ caseId }) => caseId);
      const open = await casesToGive(manager, { ids });
      const owners = new Map(open.map(({ caseId, ownerUserId }) => [caseId, ownerUserId]));
      const view = (handover: Handover) => {
        const ownerUserId = owners.get(handover.caseId);
        const owned = ownerUserId === undefined ? null : { ownerUserId, closedAt: null };
        return handoverView(handover, { actor, owned });
      };
      return { toAnswer: toAnswer.map(view), made: made.map(view) };
    });
  }

  @ForAct('hand-over-cases')
  @Answers({ id: 'listReceivers', summary: 'Who may be offered cases', type: ReceiversView })
  @Get('/receivers')
  async receivers(@CurrentActor() actor: StaffActor): Promise<ReceiversView> {
    return { userIds: await this.unitOfWork.read(actor, (manager) => caseReceivers(manager, actor)) };
  }

  @ForAct('hand-over-cases')
  @ActAnswers({
    id: 'offerHandover',
    summary: 'Offer all your open cases to a colleague or to the team',
    description: 'Nothing moves until somebody accepts.',
    type: CasesOfferedView,
    status: 201,
  })
  @Post()
  async offer(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { toUserId }: OfferHandoverBody,
  ): Promise<CasesOfferedView> {
    const input = { toUserId: toUserId as UserId | null };
    const { rows } = done(await this.offerHandover.execute(actor, input, repeatable), OFFER_REFUSALS);
    return { rows };
  }

  @ForAct('hand-over-cases')
  @ActAnswers({
    id: 'assignCases',
    summary: 'Offer several cases to one colleague',
    description: 'Each case is decided on its own; the versions that were read stand in the body.',
    type: CasesOfferedView,
    status: 201,
  })
  @Post('/assignments')
  async assign(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { toUserId, cases }: AssignCasesBody,
  ): Promise<CasesOfferedView> {
    const input = {
      toUserId: toUserId as UserId,
      cases: cases.map(({ caseId, etag }) => ({ caseId: caseId as CaseId, revision: readIfMatch(etag) })),
    };
    const { rows } = done(await this.assignCases.execute(actor, input, repeatable), ASSIGN_REFUSALS);
    return { rows };
  }
}
