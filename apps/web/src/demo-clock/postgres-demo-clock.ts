import {
  buildCalendar,
  HOUR,
  instantAtLocal,
  localDate,
  nextOpening,
  plus,
  SECOND,
  type Instant,
  type OpeningHours,
  type StaffActor,
} from '#libs/domain';
import { beginWork, claimsOf, type InstanceStore } from '#libs/persistence';
import type { DataSource } from 'typeorm';
import { Problem } from '../errors/problem';
import { NO_NEXT_WORKING_DAY } from './demo-clock.copy';
import type { DemoAdvance, DemoClock } from './demo-clock';

export interface DemoClockParts {
  readonly source: DataSource;
  readonly instance: InstanceStore;
  readonly hours: OpeningHours;
  /** Reaches the process that started this one; absent when none did. */
  readonly askForReset: (() => void) | undefined;
}

const KEYS_KEPT = 200;

/** Moves the one clock of a synthetic database; the database itself refuses for any other. */
export class PostgresDemoClock implements DemoClock {
  /** A practice copy runs one web process, and a key only has to outlive an impatient second press. */
  private readonly recentKeys = new Set<string>();

  constructor(private readonly parts: DemoClockParts) {}

  get canReset(): boolean {
    return this.parts.askForReset !== undefined;
  }

  async advance(actor: StaffActor, { by, idempotencyKey }: DemoAdvance): Promise<void> {
    if (this.recentKeys.has(idempotencyKey)) return;
    this.remember(idempotencyKey);
    const { source, instance, hours } = this.parts;
    await source.transaction(async (manager) => {
      const now = await beginWork(manager, claimsOf(actor));
      const seconds = secondsOf(by, now, hours);
      if (seconds > 0 && !(await instance.advance(manager, seconds))) throw new Problem('not-found');
    });
  }

  async reset(): Promise<void> {
    this.parts.askForReset?.();
  }

  private remember(key: string): void {
    this.recentKeys.add(key);
    const [oldest] = this.recentKeys;
    if (this.recentKeys.size > KEYS_KEPT && oldest !== undefined) this.recentKeys.delete(oldest);
  }
}

function secondsOf(by: DemoAdvance['by'], now: Instant, hours: OpeningHours): number {
  if (typeof by === 'object') return Math.ceil((by.until - now) / SECOND);
  if (by === '1h') return HOUR / SECOND;
  if (by === '4h') return (4 * HOUR) / SECOND;
  return Math.ceil((openingAfterToday(now, hours) - now) / SECOND);
}

/** When the next working day after today opens. */
export function openingAfterToday(now: Instant, hours: OpeningHours): Instant {
  const tomorrow = startOfTomorrow(now, hours.timezone);
  const built = buildCalendar(hours);
  const opening = built.kind === 'built' ? nextOpening(built.calendar, tomorrow) : built;
  if (opening.kind === 'refused') throw new Problem('conflict', { detail: NO_NEXT_WORKING_DAY });
  return opening.at;
}

/** Midday plus 24 hours lies in tomorrow whatever the clocks do. */
function startOfTomorrow(now: Instant, timezone: string): Instant {
  const midday = { time: '12:00', timezone, repeated: 'earlier', missing: 'after' } as const;
  const today = instantAtLocal({ ...midday, date: localDate(now, timezone) });
  if (today.kind === 'refused') throw new Problem('conflict', { detail: NO_NEXT_WORKING_DAY });
  const date = localDate(plus(today.at, 24 * HOUR), timezone);
  const start = instantAtLocal({ ...midday, time: '00:00', date });
  if (start.kind === 'refused') throw new Problem('conflict', { detail: NO_NEXT_WORKING_DAY });
  return start.at;
}
