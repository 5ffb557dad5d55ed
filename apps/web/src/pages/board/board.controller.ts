import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CaseId, Instant, StaffActor } from '#libs/domain';
import { BOARD_VIEWS, type BoardCursor, type BoardView } from '#libs/persistence';
import { badRequest } from '../../errors/problem';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { takeNotice } from '../notices/notice';
import { BoardReading } from './board-reading';
import { boardPageModel } from './board.page';

@Controller('/board')
export class BoardController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: BoardReading,
  ) {}

  @ForAct('see-board')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Query('view') asked: unknown,
    @Query('after') cursor: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const view = readView(asked);
    const { board, now, timezone } = await this.reading.read(actor, { view, after: readCursor(cursor) });
    const { limbName } = this.reading;
    const page = boardPageModel(
      { ...board, actor, notice: takeNotice(request), errors: [] },
      { now, timezone, limbName },
    );
    return this.pages.show(reply, 'pages/board/board.njk', page);
  }
}

export function readView(asked: unknown): BoardView {
  if (asked === undefined) return 'all';
  const view = BOARD_VIEWS.find((name) => name === asked);
  if (view === undefined) throw badRequest('There is no such view of the board.');
  return view;
}

const CURSOR = /^([01])\.(\d{1,15})\.([0-9a-f-]{36})$/;

/** Where a page of the board ends: danger, the moment to act by, and the case. */
function readCursor(after: unknown): BoardCursor | null {
  if (after === undefined) return null;
  const [, danger, actByAt, caseId] = CURSOR.exec(String(after)) ?? [];
  if (!isSafeId(caseId)) throw badRequest('The address of this list is not complete.');
  return { danger: danger === '1', actByAt: Number(actByAt) as Instant, caseId: caseId as CaseId };
}
