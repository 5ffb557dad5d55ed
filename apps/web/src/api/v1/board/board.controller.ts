import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { isoOf, type StaffActor } from '#libs/domain';
import type { BoardCursor } from '#libs/persistence';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf } from '../paging/page.query.dto';
import { BoardReader } from './board-reader';
import { BoardPageQuery } from './board.query.dto';
import { boardCaseView, BoardPageView } from './board.view';

@ApiTags('board')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases')
export class BoardController {
  constructor(
    private readonly board: BoardReader,
    private readonly cursors: Cursors,
  ) {}

  @ForAct('see-board')
  @Answers({
    id: 'listCases',
    summary: 'The contact board: danger first, then by the last safe time to act',
    type: BoardPageView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  async list(@CurrentActor() actor: StaffActor, @Query() query: BoardPageQuery): Promise<BoardPageView> {
    const { view = 'all' } = query;
    const list = `board ${view}`;
    const limit = limitOf(query);
    const after = this.cursors.read<BoardCursor>(list, query.cursor);
    const { rows, now } = await this.board.read(actor, { view, after, limit: limit + 1 });
    return {
      asAt: isoOf(now),
      ...pageOf(rows, {
        limit,
        item: (row) => boardCaseView(row, actor),
        cursor: ({ danger, actByAt, caseId }) => this.cursors.write(list, { danger, actByAt, caseId }),
      }),
    };
  }
}
