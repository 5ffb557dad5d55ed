import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AreaPack } from '#libs/config';
import type { CaseId, Instant, StaffActor } from '#libs/domain';
import {
  boardCounts,
  boardPage,
  PostgresUnitOfWork,
  type BoardCursor,
  type BoardRow,
} from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { badRequest } from '../../errors/problem';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { Pages } from '../../views/pages';
import { Colleagues } from '../colleagues/colleagues';
import { requireAct } from '../form-acts/form-act';
import { limbNamesOf, type LimbNameOf } from '../promise-words/limb-words';
import { VIEW_WORDS, type BoardView } from './board.copy';
import { boardPageModel } from './board.page';

const PAGE_LENGTH = 25;

@Controller('/board')
export class BoardController {
  private readonly limbName: LimbNameOf;

  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
    @Inject(AREA_PACK) { policies }: AreaPack,
  ) {
    this.limbName = limbNamesOf(policies);
  }

  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Query('view') asked: unknown,
    @Query('after') cursor: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'see-board');
    const view = readView(asked);
    const after = readCursor(cursor);
    const { userId } = actor;
    const { found, counts, now } = await this.work.read(actor, async (manager, at) => ({
      found: await boardPage(manager, { after, view, userId, limit: PAGE_LENGTH + 1 }, at),
      counts: await boardCounts(manager, userId, at),
      now: at,
    }));
    const rows = found.slice(0, PAGE_LENGTH);
    const nameOf = await this.colleagues.names(
      rows.map(({ ownerUserId }) => ownerUserId),
      userId,
    );
    const nextHref = found.length > PAGE_LENGTH ? nextPageOf(view, rows.at(-1)) : undefined;
    const { timezone } = this.settings.area;
    const page = boardPageModel(
      { view, counts, rows, nameOf, nextHref },
      { now, timezone, limbName: this.limbName },
    );
    return this.pages.show(reply, 'pages/board/board.njk', page);
  }
}

function readView(asked: unknown): BoardView {
  if (asked === undefined) return 'all';
  const view = (Object.keys(VIEW_WORDS) as BoardView[]).find((name) => name === asked);
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

function nextPageOf(view: BoardView, last: BoardRow | undefined): string | undefined {
  return last && `/board?view=${view}&after=${last.danger ? 1 : 0}.${last.actByAt}.${last.caseId}`;
}
