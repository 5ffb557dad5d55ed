import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#libs/domain';
import { CallHours, callableByHours, PostgresUnitOfWork, promisedCalls } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { hoursShown, keyOf } from './call-grid.page';
import { startOfHour, weekOf } from './week';

/** Reads a week of promised calls and how many people may be called in each of its hours. */
@Injectable()
export class CallGridReading {
  private readonly callHours = new CallHours();

  constructor(private readonly work: PostgresUnitOfWork) {}

  read(actor: StaffActor, { asked, timezone }: { asked: { readonly day: string } | null; timezone: string }) {
    return this.work.read(actor, async (manager, now) => {
      const week = weekOf(asked ?? { at: now }, timezone);
      const calls = await promisedCalls(manager, week);
      const hours = week.days.flatMap((day) => hoursShown(calls, timezone).map((hour) => ({ day, hour })));
      return { week, calls, safe: await this.safeIn(manager, hours, timezone), now };
    });
  }

  private async safeIn(
    manager: EntityManager,
    hours: readonly { readonly day: string; readonly hour: number }[],
    timezone: string,
  ): Promise<ReadonlyMap<string, number>> {
    const people = await callableByHours(manager);
    const safe = new Map<string, number>();
    for (const hour of hours) {
      const open = await this.callHours.openNow(manager, Object.keys(people), startOfHour(hour, timezone));
      safe.set(
        keyOf(hour),
        open.reduce((sum, key) => sum + (people[key] ?? 0), 0),
      );
    }
    return safe;
  }
}
