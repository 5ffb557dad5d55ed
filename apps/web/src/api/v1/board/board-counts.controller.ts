import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ShowInitials } from '#libs/casework';
import { instant, isoOf, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, promisedCalls } from '#libs/persistence';
import { invalidInput } from '../../../errors/problem';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { BoardReader } from './board-reader';
import {
  BoardCountsView,
  boardCountsView,
  promisedCallView,
  PromisedCallsView,
  wallCaseView,
  WallView,
} from './board-counts.view';
import { PromisedCallsQuery } from './board.query.dto';

/** As many as can be read from across a room. */
const WALL_ROWS = 12;
const LONGEST_SPAN = 28 * 24 * 60 * 60 * 1000;

@ApiTags('board')
@ApiBearerAuth('bearer')
@Controller('/api/v1/board')
export class BoardCountsController {
  constructor(
    private readonly board: BoardReader,
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly showInitials: ShowInitials,
  ) {}

  @ForAct('see-board')
  @Answers({
    id: 'readBoardCounts',
    summary: 'How many cases each view of the board shows',
    type: BoardCountsView,
  })
  @Get('/counts')
  async counts(@CurrentActor() actor: StaffActor): Promise<BoardCountsView> {
    return boardCountsView(await this.board.counts(actor));
  }

  @ForAct('see-board')
  @Answers({
    id: 'listPromisedCalls',
    summary: 'Calls that were promised for a time, in order',
    type: PromisedCallsView,
    problems: [400, 401, 404, 422],
  })
  @Get('/promised-calls')
  async calls(
    @CurrentActor() actor: StaffActor,
    @Query() query: PromisedCallsQuery,
  ): Promise<PromisedCallsView> {
    const from = instant(query.from);
    const to = instant(query.to);
    if (to <= from || to - from > LONGEST_SPAN)
      throw invalidInput([{ field: 'to', message: 'to must be after from, by four weeks at the most' }]);
    return this.unitOfWork.read(actor, async (manager, now) => ({
      asAt: isoOf(now),
      items: (await promisedCalls(manager, { from, to })).map((call) => promisedCallView(call, actor)),
    }));
  }

  /** The access rows are committed before the answer leaves: no row, no initials (P8). */
  @ForAct('see-board')
  @Answers({
    id: 'readWallBoard',
    summary: 'The board for a wall: references and initials',
    description: 'Each person shown is written to the access log before the answer leaves.',
    type: WallView,
  })
  @Get('/wall')
  async wall(@CurrentActor() actor: StaffActor): Promise<WallView> {
    const { rows, counts, now } = await this.board.read(actor, {
      view: 'all',
      after: null,
      limit: WALL_ROWS,
    });
    const initials = await this.showInitials.execute(
      actor,
      rows.map(({ caseId }) => caseId),
    );
    const items = rows.map((row) => wallCaseView(row, { actor, initials: initials.get(row.caseId) ?? null }));
    return { asAt: isoOf(now), all: counts.views.all, items };
  }
}
