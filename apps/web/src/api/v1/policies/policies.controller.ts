import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#libs/domain';
import {
  attemptPolicyVersions,
  calendarVersions,
  policyVersions,
  PostgresUnitOfWork,
} from '#libs/persistence';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import {
  attemptPolicyVersionView,
  calendarVersionView,
  PoliciesView,
  policyVersionView,
} from './policies.view';

@ApiTags('policies')
@ApiBearerAuth('bearer')
@Controller('/api/v1/policies')
export class PoliciesController {
  constructor(private readonly unitOfWork: PostgresUnitOfWork) {}

  @ForAct('see-policies')
  @Answers({
    id: 'listPolicies',
    summary: 'Every version of each policy, calendar and attempt policy',
    type: PoliciesView,
  })
  @Get()
  list(@CurrentActor() actor: StaffActor): Promise<PoliciesView> {
    return this.unitOfWork.read(actor, async (manager) => ({
      policies: (await policyVersions(manager)).map((line, at, all) =>
        policyVersionView(line, {
          actor,
          newest: all.findIndex(({ policy }) => policy.id === line.policy.id) === at,
        }),
      ),
      calendars: (await calendarVersions(manager)).map((line, at, all) =>
        calendarVersionView(line, { actor, newest: all.findIndex(({ id }) => id === line.id) === at }),
      ),
      attemptPolicies: (await attemptPolicyVersions(manager)).map((line, at) =>
        attemptPolicyVersionView(line, { actor, newest: at === 0 }),
      ),
    }));
  }
}
