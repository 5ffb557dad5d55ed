import {
  labelOf,
  lastFullQuarter,
  pastRouteOf,
  replayRouting,
  type Instant,
  type PublishedReplay,
  type Quarter,
  type RoutingReplay,
  type RoutingTable,
  type SupportLabels,
} from '#libs/domain';
import { MOST_ROUTES_REPLAYED, pastRoutings } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { calendarDay } from '../../formatting/moments';
import type { PreviewSection } from '../change-proposals/proposal-view';
import { REPLAY } from './draft.copy';
import type { RoutingNames } from './routing-names';

/**
 * Who would have gone elsewhere last quarter under a draft, for the manager who approves it: of the cases of their own
 * agency, with references. Whoever may not see cases is shown that the manager is.
 */
export async function replaySection(
  manager: EntityManager,
  {
    current,
    draft,
    names,
    now,
  }: { current: RoutingTable; draft: RoutingTable; names: RoutingNames; now: Instant },
): Promise<PreviewSection> {
  const quarter = lastFullQuarter(now, draft.timezone);
  const [reader] = await manager.query<{ role: string }[]>('select app.claim_role() as role');
  if (reader?.role !== 'service-manager') return { title: titleOf(quarter), lines: [REPLAY.forManager] };
  const records = await pastRoutings(manager, quarter);
  const past = records.flatMap((record) => pastRouteOf(record) ?? []);
  const replay = replayRouting(past, { current, draft, services: names.services });
  const { references } = replay;
  return {
    title: titleOf(quarter),
    lines: [
      past.length === 0
        ? REPLAY.nobody
        : `${people(replay.elsewhere)} of ${replay.tried} would have gone elsewhere.`,
      ...(past.length === 0 ? [] : [REPLAY.how]),
      ...(records.length === MOST_ROUTES_REPLAYED ? [REPLAY.newest(MOST_ROUTES_REPLAYED)] : []),
    ],
    ...(replay.elsewhere === 0 ? {} : { table: replayTable(replay, names.labels) }),
    after: references.length === 0 ? [] : [`Cases: ${references.slice(0, MOST_NAMED).join(', ')}`],
  };
}

/** The same for the author of the draft, in counts that tell of nobody. */
export function publishedSection(
  replay: PublishedReplay,
  { draft, labels, now }: { draft: RoutingTable; labels: SupportLabels; now: Instant },
): PreviewSection {
  return {
    title: titleOf(lastFullQuarter(now, draft.timezone)),
    lines: [elsewhereOf(replay), REPLAY.rounded, REPLAY.how],
    ...(replay.elsewhere === null ? {} : { table: replayTable(replay, labels) }),
  };
}

function elsewhereOf({ elsewhere, tried }: PublishedReplay): string {
  if (tried === null) return REPLAY.tooFew;
  if (elsewhere === null) return REPLAY.fewElsewhere(tried);
  return `${elsewhere} of ${tried} people would have gone elsewhere.`;
}

const MOST_NAMED = 50;

function replayTable(
  replay: RoutingReplay | PublishedReplay,
  labels: SupportLabels,
): NonNullable<PreviewSection['table']> {
  const byKind = replay.byKind.map(
    ({ kind, changed }) => [`Of these: ${labelOf(labels, kind).name}`, changed] as const,
  );
  const rows = [
    ['To another service', replay.toAnotherService],
    ['Now decided by a person', replay.nowDecidedByPerson],
    ['No longer decided by a person', replay.noLongerDecidedByPerson],
    ['Newly answered, because a rule puts it first', replay.newlyAnswered],
    ['No longer answered, because no rule puts it first', replay.noLongerAnswered],
    ['Newly sent to the centre first', replay.newlyFirst],
    ['No longer sent to the centre first', replay.noLongerFirst],
    ...byKind,
  ] as const;
  return {
    caption: 'What would change',
    head: ['What', 'Answers'],
    rows: rows.filter(([, count]) => count !== 0).map(([what, count]) => [what, countOf(count)]),
  };
}

function countOf(count: number | null): string {
  return count === null ? REPLAY.few : String(count);
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

function titleOf({ firstOn, endOn }: Quarter): string {
  const lastOn = new Date(Date.parse(endOn) - 86_400_000).toISOString().slice(0, 10);
  return `Last quarter, ${calendarDay(firstOn)} to ${calendarDay(lastOn)}`;
}
