import type { PolicyStore } from '#libs/casework';
import {
  reportChannelOf,
  type CalendarVersion,
  type DeadlinePolicy,
  type Instant,
  type OpeningHours,
  type ReportChannel,
  type Source,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

interface PolicyVersion {
  readonly channel: ReportChannel;
  readonly effectiveFrom: Instant;
  readonly policy: DeadlinePolicy;
}

interface Versions {
  readonly policies: readonly PolicyVersion[];
  readonly calendars: readonly (CalendarVersion & { readonly effectiveFrom: Instant })[];
}

/**
 * Versions are never changed, only added; a process reads them again when this many milliseconds have passed on its
 * own clock, or on the service's when it asks what is in force. A new version takes effect at least a minute after its
 * approval (`EFFECT_LEAD`), so no process works by an old one then, though a demo clock jumps over the minute.
 */
const FRESH_FOR = 5_000;

/**
 * Policy and calendar versions of one database, kept as the same objects while they last: a calendar's table is
 * built once per object, so sharing them is what makes deadlines cheap.
 */
export class PolicyCache {
  private versions: Versions | null = null;
  private readAt = 0;
  private knownFor = 0;

  /** `at` is an instant of the service's clock for which the versions must be known. */
  async get(manager: EntityManager, { at = 0 }: { at?: number } = {}): Promise<Versions> {
    const fresh = Date.now() - this.readAt <= FRESH_FOR && at - this.knownFor <= FRESH_FOR;
    if (this.versions === null || !fresh) {
      this.versions = merge(this.versions, await read(manager));
      this.readAt = Date.now();
      this.knownFor = Math.max(at, this.knownFor);
    }
    return this.versions;
  }

  /**
   * What a search finds, reading the versions again when it finds nothing: a clock that another process started under
   * a version just in force must not stop this one's timers.
   */
  async find<Found>(
    manager: EntityManager,
    search: (versions: Versions) => Found | undefined,
  ): Promise<Found | undefined> {
    const found = search(await this.get(manager));
    if (found !== undefined) return found;
    this.readAt = 0;
    return search(await this.get(manager));
  }
}

export class PostgresPolicyStore implements PolicyStore {
  readonly tzdata = process.versions.tz ?? 'unknown';

  constructor(
    private readonly manager: EntityManager,
    private readonly cache: PolicyCache,
  ) {}

  async inForce({ source, at }: { source: Source; at: Instant }): Promise<DeadlinePolicy> {
    const { policies } = await this.cache.get(this.manager, { at });
    const found = policies.findLast(
      (version) => version.channel === reportChannelOf(source) && version.effectiveFrom <= at,
    );
    if (!found) throw new Error(`no policy is in force for ${source} referrals`);
    return found.policy;
  }

  async version({ id, version }: { id: string; version: number }): Promise<DeadlinePolicy> {
    const found = await this.cache.find(this.manager, ({ policies }) =>
      policies.find(({ policy }) => policy.id === id && policy.version === version),
    );
    if (!found) throw new Error(`there is no policy ${id} version ${version}`);
    return found.policy;
  }

  async calendarInForce({ id, at }: { id: string; at: Instant }): Promise<CalendarVersion> {
    const { calendars } = await this.cache.get(this.manager, { at });
    const found = calendars.findLast((version) => version.id === id && version.effectiveFrom <= at);
    if (!found) throw new Error(`no calendar ${id} is in force`);
    return found;
  }

  async calendarVersion({ id, version }: { id: string; version: number }): Promise<CalendarVersion> {
    const found = await this.cache.find(this.manager, ({ calendars }) =>
      calendars.find((calendar) => calendar.id === id && calendar.version === version),
    );
    if (!found) throw new Error(`there is no calendar ${id} version ${version}`);
    return found;
  }
}

async function read(manager: EntityManager): Promise<Versions> {
  const policies = await manager.query<
    { referral_source: ReportChannel; body: DeadlinePolicy; effective_from: Date }[]
  >('select referral_source, body, effective_from from app.policy_version order by effective_from, version');
  const calendars = await manager.query<
    { calendar_id: string; version: number; hours: OpeningHours; effective_from: Date }[]
  >(
    'select calendar_id, version, hours, effective_from from app.calendar_version order by effective_from, version',
  );
  return {
    policies: policies.map((row) => ({
      channel: row.referral_source,
      effectiveFrom: instantOf(row.effective_from),
      policy: row.body,
    })),
    calendars: calendars.map((row) => ({
      id: row.calendar_id,
      version: row.version,
      hours: row.hours,
      effectiveFrom: instantOf(row.effective_from),
    })),
  };
}

function merge(known: Versions | null, fresh: Versions): Versions {
  if (known === null) return fresh;
  return {
    policies: fresh.policies.map(
      (version) =>
        known.policies.find(
          ({ policy }) => policy.id === version.policy.id && policy.version === version.policy.version,
        ) ?? version,
    ),
    calendars: fresh.calendars.map(
      (version) =>
        known.calendars.find(({ id, version: n }) => id === version.id && n === version.version) ?? version,
    ),
  };
}
