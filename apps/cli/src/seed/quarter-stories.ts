import { HighsAttacker } from '#libs/attacker';
import { CountQuarter, MoveSnapshot, ReleaseCoverage, ReleaseReach } from '#libs/casework';
import {
  countableQuarters,
  HOUR,
  localDate,
  MINUTE,
  plus,
  snapshotQuarter,
  type Snapshot,
  type SnapshotMove,
  type StaffActor,
} from '#libs/domain';
import { PostgresQuarterCounter } from '#libs/persistence';
import { personaIn } from './cast';
import { FiguresAlongside } from './figures-alongside';
import type { Scene, Today } from './scene';
import { fresh } from './stage';

const DAY = 24 * HOUR;

/**
 * The newest whole quarter that is told, published as a quarter is: counted and proposed by the service manager, signed
 * off by the data-protection officer. Nothing where too few days are told for one.
 */
export function quarterStories(life: Today & { readonly days: number }): readonly Scene[] {
  const { pack, now, days } = life;
  const { timezone } = pack;
  const manager = personaIn(pack, 'service-manager');
  const second = personaIn(pack, 'data-protection-officer');
  const began = localDate(plus(now, -days * DAY), timezone).slice(0, 7);
  const counted = plus(now, -35 * MINUTE);
  const [month = ''] = countableQuarters(counted, { timezone, began });
  const quarter = snapshotQuarter(month, timezone);
  const whole = quarter !== null && quarter.from >= plus(now, -days * DAY);
  if (manager === null || second === null || !whole) return [];
  let figures: FiguresAlongside | null = null;
  let snapshot: Snapshot | null = null;
  return [
    {
      at: plus(now, -days * DAY),
      play: () => {
        figures = new FiguresAlongside(life.stage.session);
        return Promise.resolve();
      },
    },
    {
      at: counted,
      play: async () => {
        await life.stage.session.commit();
        await figures?.caughtUp();
        snapshot = await count(life, { by: manager, month });
      },
    },
    {
      at: plus(counted, 10 * MINUTE),
      play: async () => {
        if (snapshot !== null) await move(life, { by: second, snapshot, move: 'sign-off' });
      },
    },
  ];
}

/** Counts from figures that are as far as the story, and proposes it. */
async function count(
  life: Today,
  { by, month }: { readonly by: StaffActor; readonly month: string },
): Promise<Snapshot> {
  const { stage, pack } = life;
  const { session, work, ids } = stage;
  const disclosure = { rule: pack.disclosure, attacker: new HighsAttacker() };
  await new ReleaseCoverage(work, pack, disclosure).execute();
  await new ReleaseReach(work, pack.timezone, disclosure).execute();
  const counted = await session.beside('waymark_report', (reports) =>
    new CountQuarter(work, ids, {
      counter: new PostgresQuarterCounter(reports),
      timezone: pack.timezone,
      disclosure,
      supportName: (kind) => pack.labels[kind].name,
    }).execute(by, { month, reason: null }, fresh()),
  );
  if (counted.kind !== 'done' || counted.result.kind !== 'counted')
    throw new Error(`the sample quarter was not counted: ${JSON.stringify(counted)}`);
  return move(life, { by, snapshot: counted.result.snapshot, move: 'propose' });
}

async function move(
  { stage, pack }: Today,
  {
    by,
    snapshot: { id, revision },
    move: what,
  }: { readonly by: StaffActor; readonly snapshot: Snapshot; readonly move: SnapshotMove },
): Promise<Snapshot> {
  const disclosure = { rule: pack.disclosure, attacker: new HighsAttacker() };
  const moved = await new MoveSnapshot(stage.work, disclosure, pack.timezone).execute(
    by,
    { id, revision, move: what },
    fresh(),
  );
  if (moved.kind !== 'done' || moved.result.kind !== 'moved')
    throw new Error(`the sample quarter stays where it is: ${JSON.stringify(moved)}`);
  return moved.result.snapshot;
}
