import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { TryRouting, type Repeatable } from '#libs/casework';
import type { RoutingDraftId, RoutingFacts, StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, routingTableVersions } from '#libs/persistence';
import { invalidInput, notFound } from '../../../errors/problem';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { askedOf } from '../routing/asked';
import { suggestedView } from '../routing/routing-suggested';
import { RoutingSuggestedView } from '../routing/routing-suggested.view';
import { RoutingTableQuery } from './routing-table.dto';
import { RoutingTableView, routingTableView } from './routing-table.view';
import { TryRoutingBody } from './try-routing.dto';

/** How people are routed: the rules, the windows, and a box to try them in. */
@ApiTags('routing')
@ApiBearerAuth('bearer')
@Controller('/api/v1/routing-table')
export class RoutingTableApiController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly tryRouting: TryRouting,
  ) {}

  @ForAct('see-routing-table')
  @Answers({
    id: 'readRoutingTable',
    summary: 'The rules by which people are routed, with the windows and every version',
    type: RoutingTableView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async read(
    @CurrentActor() actor: StaffActor,
    @Query() { version }: RoutingTableQuery,
  ): Promise<RoutingTableView> {
    const view = await this.unitOfWork.read(actor, async (manager, now) =>
      routingTableView(await routingTableVersions(manager), {
        version: version === undefined ? null : Number(version),
        actor,
        now,
      }),
    );
    if (view === null) throw notFound();
    return view;
  }

  @ForAct('try-routing')
  @ActAnswers({
    id: 'tryRouting',
    summary: 'Make somebody up and see where they would be sent, and why',
    description: 'Nothing is kept, and nobody is looked up.',
    type: RoutingSuggestedView,
  })
  @Post('/try')
  async try(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() _nothingIsKept: Repeatable,
    @Body() body: TryRoutingBody,
  ): Promise<RoutingSuggestedView> {
    const draftId = (body.draftId ?? null) as RoutingDraftId | null;
    const outcome = await this.tryRouting.execute(actor, { facts: factsIn(body), draftId });
    if (outcome.kind === 'not-found') throw notFound();
    return suggestedView(outcome.decision, actor.role);
  }
}

/** An hour said is within that hour. */
function factsIn(body: TryRoutingBody): RoutingFacts {
  const { age, ageThen, district = null, reported, told = [] } = body;
  if (ageThen !== undefined && ageThen > age)
    throw invalidInput([{ field: 'ageThen', message: 'ageThen must not be above age' }]);
  const { hoursAgo, ...asked } = askedOf(body);
  return {
    ...asked,
    ageNow: { least: age, most: age },
    ageAtIncident: ageThen === undefined ? null : { least: ageThen, most: ageThen },
    district,
    reported,
    told,
    hoursSince: hoursAgo === null ? null : { least: hoursAgo, most: hoursAgo + 1, precision: 'hour' },
    interpreterNeeded: false,
    barredAgencies: [],
    tried: [],
  };
}
