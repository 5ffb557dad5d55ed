import { Inject, Injectable } from '@nestjs/common';
import type { AreaPack } from '#libs/config';
import type { Instant, StaffActor } from '#libs/domain';
import {
  boardCounts,
  boardPage,
  CallHours,
  DeskClosing,
  openOffers,
  peopleAway,
  PostgresUnitOfWork,
  type BoardCursor,
  type BoardRow,
  type BoardView,
} from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Colleagues } from '../colleagues/colleagues';
import { limbNamesOf, type LimbNameOf } from '../promise-words/limb-words';
import type { BoardParts } from './board.page';

const PAGE_LENGTH = 25;

/** Reads the board for its pages: codes and times, counted and listed in one transaction. */
@Injectable()
export class BoardReading {
  readonly limbName: LimbNameOf;
  private readonly callHours = new CallHours();
  private readonly desk: DeskClosing;

  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
    @Inject(AREA_PACK) { policies }: AreaPack,
  ) {
    this.limbName = limbNamesOf(policies);
    const police = policies.find(({ referralSource }) => referralSource === 'police') ?? policies[0];
    this.desk = new DeskClosing(police?.policy.calendar ?? '');
  }

  async read(
    actor: StaffActor,
    asked: { readonly view: BoardView; readonly after: BoardCursor | null; readonly length?: number },
  ): Promise<{ readonly board: BoardParts; readonly now: Instant; readonly timezone: string }> {
    const { view, after, length = PAGE_LENGTH } = asked;
    const { userId } = actor;
    const { counts, found, since, offers, away, now } = await this.work.read(actor, async (manager, at) => {
      const closed = await this.desk.before(manager, at);
      const counted = await boardCounts(manager, { userId, since: closed, callHours: this.callHours }, at);
      const { openHours } = counted;
      const query = { view, after, userId, openHours, since: closed, limit: length + 1 };
      const open = view === 'mine' && counted.offersToYou > 0 ? await openOffers(manager, actor) : null;
      return {
        counts: counted,
        found: await boardPage(manager, query, at),
        since: closed,
        offers: open?.toAnswer ?? [],
        away: await peopleAway(manager),
        now: at,
      };
    });
    const rows = found.slice(0, length);
    const nameOf = await this.colleagues.names(rows.flatMap(peopleOn), userId);
    const nextHref = found.length > length ? nextPageOf(view, rows.at(-1)) : undefined;
    const board = { view, counts, rows, since, offers, nameOf, away, nextHref };
    return { board, now, timezone: this.settings.area.timezone };
  }
}

function peopleOn({ ownerUserId, claim, offer }: BoardRow) {
  return [ownerUserId, claim?.userId ?? null, offer?.to ?? null];
}

function nextPageOf(view: BoardView, last: BoardRow | undefined): string | undefined {
  return last && `/board?view=${view}&after=${last.danger ? 1 : 0}.${last.actByAt}.${last.caseId}`;
}
