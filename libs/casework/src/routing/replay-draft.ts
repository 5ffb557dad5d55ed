import { createHash } from 'node:crypto';
import {
  asksAboutFew,
  event,
  lastFullQuarter,
  mayDo,
  pastRouteOf,
  publishedReplay,
  replayRouting,
  type Instant,
  type PublishedReplay,
  type RoutingDraftId,
  type RoutingTable,
  type ServiceActor,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Transaction, UnitOfWork } from '../ports';

export type ReplayDraftOutcome =
  | { readonly kind: 'replayed'; readonly replay: PublishedReplay; readonly now: Instant }
  | NotFound
  | Refused<'newer-version' | 'asks-about-few'>;

interface Tables {
  readonly current: RoutingTable;
  readonly draft: RoutingTable;
}

const COUNTER: ServiceActor = { kind: 'service', process: 'projector' };

/**
 * Tries a draft on everybody of the last full quarter, for its author, who may not see cases. That it is done, and of
 * which draft, is in the journal before anything is read; the service counts, and tells no count of a few people and
 * nothing at all where a changed rule is about a few.
 */
export class ReplayDraft {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(actor: StaffActor, draftId: RoutingDraftId): Promise<ReplayDraftOutcome> {
    const tables = await this.unitOfWork.run(actor, (tx) => this.begin(tx, actor, draftId));
    if (tables.kind !== 'begun') return tables;
    return this.unitOfWork.run(COUNTER, (tx) => count(tx, tables));
  }

  private async begin(
    tx: Transaction,
    actor: StaffActor,
    draftId: RoutingDraftId,
  ): Promise<({ readonly kind: 'begun' } & Tables) | NotFound | Refused<'newer-version'>> {
    const draft = mayDo(actor, 'propose-change') ? await tx.routing.lockDraft(draftId) : null;
    if (draft === null) return NOT_FOUND;
    const { table: current } = await tx.routing.newestTable();
    if (current.version !== draft.basedOnVersion) return refuse('newer-version');
    await tx.journal.append([
      event({
        subject: { kind: 'routing-draft', id: draftId },
        type: 'routing.replayed',
        happenedAt: tx.now,
        payload: { basedOnVersion: draft.basedOnVersion, sha256: hashOf(draft.table) },
      }),
    ]);
    return { kind: 'begun', current, draft: draft.table };
  }
}

async function count(tx: Transaction, { current, draft }: Tables): Promise<ReplayDraftOutcome> {
  const records = await tx.routing.pastRoutes(lastFullQuarter(tx.now, draft.timezone));
  const past = records.flatMap((record) => pastRouteOf(record) ?? []);
  if (asksAboutFew(past, { current, draft })) return refuse('asks-about-few');
  const services = (await tx.directory.current(tx.now)).map(({ service }) => service);
  return {
    kind: 'replayed',
    replay: publishedReplay(replayRouting(past, { current, draft, services })),
    now: tx.now,
  };
}

function hashOf(table: RoutingTable): string {
  return createHash('sha256').update(JSON.stringify(table)).digest('hex');
}
