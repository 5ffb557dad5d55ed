import { lastClosing, soundCalendarOf, type Instant, type OpeningHours } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';

/** When a desk last shut, by the version of its calendar in force; a version is read and laid out once a process. */
export class DeskClosing {
  private readonly versions = new Map<number, OpeningHours>();

  constructor(private readonly calendarId: string) {}

  async before(manager: EntityManager, now: Instant): Promise<Instant | null> {
    const [row] = await manager.query<{ version: number }[]>(
      `select version from app.calendar_version where calendar_id = $1 and effective_from <= $2
       order by effective_from desc, version desc limit 1`,
      [this.calendarId, dateOf(now)],
    );
    if (!row) return null;
    const hours = this.versions.get(row.version) ?? (await this.read(manager, row.version));
    return lastClosing(soundCalendarOf(hours), now);
  }

  private async read(manager: EntityManager, version: number): Promise<OpeningHours> {
    const [row] = await manager.query<{ hours: OpeningHours }[]>(
      'select hours from app.calendar_version where calendar_id = $1 and version = $2',
      [this.calendarId, version],
    );
    if (!row) throw new Error('a calendar version does not go away');
    this.versions.set(version, row.hours);
    return row.hours;
  }
}
