import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#libs/domain';
import { calendarVersions, policyVersions, PostgresUnitOfWork } from '#libs/persistence';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../access/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { calendarVersionView, PoliciesView, policyVersionView } from './policies.view';

@ApiTags('policies')
@ApiBearerAuth('bearer')
@Controller('/api/v1/policies')
export class PoliciesController {
  constructor(private readonly unitOfWork: PostgresUnitOfWork) {}

  @ForAct('see-policies')
  @Answers({ id: 'listPolicies', summary: 'Every version of each policy and calendar', type: PoliciesView })
  @Get()
  list(@CurrentActor() actor: StaffActor): Promise<PoliciesView> {
    return this.unitOfWork.read(actor, async (manager) => ({
      policies: (await policyVersions(manager)).map(policyVersionView),
      calendars: (await calendarVersions(manager)).map(calendarVersionView),
    }));
  }
}
