import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, waitingLists } from '#libs/persistence';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { waitingListsView, WaitingListsView } from './waiting-list.view';

@ApiTags('waiting lists')
@ApiBearerAuth('bearer')
@Controller('/api/v1/waiting-lists')
export class WaitingListsController {
  constructor(private readonly unitOfWork: PostgresUnitOfWork) {}

  @ForAct('see-waiting-lists')
  @Answers({
    id: 'readWaitingLists',
    summary: 'How long people wait for each service',
    description:
      'A coordinator reads the lists of the own agency, a lead those of all services and of the desk, as they stand. A commissioner reads the figures that were published when the month began: a count from 1 to 7 is hidden, others are rounded to the nearest 5, and how long people wait is told in whole weeks where the rounded count is at least 15.',
    type: WaitingListsView,
    problems: [401, 404],
  })
  @Get()
  read(@CurrentActor() actor: StaffActor): Promise<WaitingListsView> {
    return this.unitOfWork.read(actor, async (manager, now) =>
      waitingListsView(await waitingLists(manager, { actor, now })),
    );
  }
}
