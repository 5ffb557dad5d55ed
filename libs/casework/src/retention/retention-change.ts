import { RETENTION_GROUNDS, rulesInOrder, scheduleFaults, type RetentionSchedule } from '#libs/domain';
import type { ChangeKind } from '../change-proposals/change-kind';

/** There is one schedule; its proposals name it so. */
export const RETENTION_SCHEDULE = 'retention-schedule';

/** The next version of how long records are kept. A record that was suggested under an older one is asked about anew. */
export const retentionChange: ChangeKind = {
  kind: 'retention',

  async newest(tx, subject) {
    if (subject !== RETENTION_SCHEDULE) return null;
    const { schedule, effectiveFrom } = await tx.retention.newestSchedule();
    const body = { ...schedule, rules: rulesInOrder(schedule.rules) };
    return { version: schedule.version, effectiveFrom, body };
  },

  faults: (_tx, { basedOnVersion, body }) => {
    const schedule = body as RetentionSchedule;
    const known = schedule.rules.every(
      ({ record, ground }) => record === 'person' && RETENTION_GROUNDS.includes(ground),
    );
    const next = schedule.version === basedOnVersion + 1;
    return Promise.resolve([
      ...scheduleFaults(schedule),
      ...(known ? [] : ['ground-unknown']),
      ...(next ? [] : ['another-version']),
    ]);
  },

  async apply(tx, { body, effectiveFrom }) {
    await tx.retention.appendSchedule({ schedule: body as RetentionSchedule, effectiveFrom });
  },
};
