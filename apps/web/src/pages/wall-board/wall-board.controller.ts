import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ShowInitials } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import { badRequest } from '../../errors/problem';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { BoardReading } from '../board/board-reading';
import { wallBoardPage } from './wall-board.page';

/** As many as can be read from across a room. */
const ROWS = 12;

@Controller('/board/wall')
export class WallBoardController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: BoardReading,
    private readonly showInitials: ShowInitials,
  ) {}

  /** The access rows are committed before the page is drawn: no row, no initials (P8). */
  @ForAct('see-board')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Query('refresh') refresh: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (refresh !== undefined && refresh !== 'on') throw badRequest('The wall board has no such setting.');
    const { board, now, timezone } = await this.reading.read(actor, {
      view: 'all',
      after: null,
      length: ROWS,
    });
    const initials = await this.showInitials.execute(
      actor,
      board.rows.map(({ caseId }) => caseId),
    );
    const { limbName } = this.reading;
    const page = wallBoardPage({ board, initials, refreshes: refresh === 'on' }, { now, timezone, limbName });
    return this.pages.show(reply, 'pages/wall-board/wall-board.njk', page);
  }
}
