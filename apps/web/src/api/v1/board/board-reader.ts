import { Inject, Injectable } from '@nestjs/common';
import type { AreaPack } from '#libs/config';
import type { Instant, StaffActor } from '#libs/domain';
import {
  boardCounts,
  boardPage,
  CallHours,
  DeskClosing,
  PostgresUnitOfWork,
  type BoardCounts,
  type BoardCursor,
  type BoardRow,
  type BoardView,
} from '#libs/persistence';
import { AREA_PACK } from '../../../casework/tokens';

export interface BoardRead {
  readonly counts: BoardCounts;
  /** When the desk last shut: what arrived since is a view of its own; null when it never did. */
  readonly since: Instant | null;
  readonly now: Instant;
}

/** The board as the pages read it: counts and rows of one view, in one transaction. */
@Injectable()
export class BoardReader {
  private readonly callHours = new CallHours();
  private readonly desk: DeskClosing;

  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    @Inject(AREA_PACK) { policies }: AreaPack,
  ) {
    const police = policies.find(({ referralSource }) => referralSource === 'police') ?? policies[0];
    this.desk = new DeskClosing(police?.policy.calendar ?? '');
  }

  read(
    actor: StaffActor,
    page: { readonly view: BoardView; readonly after: BoardCursor | null; readonly limit: number },
  ): Promise<BoardRead & { readonly rows: readonly BoardRow[] }> {
    return this.unitOfWork.read(actor, async (manager, now) => {
      const since = await this.desk.before(manager, now);
      const counts = await boardCounts(
        manager,
        { userId: actor.userId, since, callHours: this.callHours },
        now,
      );
      const query = { ...page, userId: actor.userId, openHours: counts.openHours, since };
      return { counts, since, now, rows: await boardPage(manager, query, now) };
    });
  }

  counts(actor: StaffActor): Promise<BoardRead> {
    return this.unitOfWork.read(actor, async (manager, now) => {
      const since = await this.desk.before(manager, now);
      const counts = await boardCounts(
        manager,
        { userId: actor.userId, since, callHours: this.callHours },
        now,
      );
      return { counts, since, now };
    });
  }
}
