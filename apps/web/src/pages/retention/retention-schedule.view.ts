import {
  retentionPreview,
  RETENTION_OUTCOMES,
  type Instant,
  type RetentionOutcome,
  type RetentionRule,
  type RetentionSchedule,
} from '#libs/domain';
import { PostgresRetentionStore } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import type { PreviewSection, ProposalView } from '../change-proposals/proposal-view';
import { factChanges, type RuleFact } from '../policies/rule-facts';
import { GROUND_WORDS, OUTCOME_WORDS, yearsInWords } from './retention.copy';
import { SCHEDULE_EFFECT } from './retention-schedule.copy';

const MOST = 10_000;

/** What becomes due under the new times is counted for those who keep records, and for nobody else (P7). */
export const retentionView: ProposalView = {
  kind: 'retention',

  title: () => 'How long records are kept',

  async changes(manager, { basedOnVersion, body }) {
    const before = await new PostgresRetentionStore(manager).schedule(basedOnVersion);
    return factChanges(before === null ? [] : factsOf(before), factsOf(body as RetentionSchedule));
  },

  async preview(manager, { body }, { now }) {
    if (!(await keepsRecords(manager))) {
      return [{ title: SCHEDULE_EFFECT.title, lines: SCHEDULE_EFFECT.hidden }];
    }
    return [await countedSection(manager, { schedule: body as RetentionSchedule, now })];
  },
};

function factsOf({ rules }: RetentionSchedule): readonly RuleFact[] {
  const of = (outcome: RetentionOutcome) => rules.filter((rule) => rule.outcome === outcome);
  return RETENTION_OUTCOMES.map((outcome) => ({
    id: outcome,
    key: OUTCOME_WORDS[outcome],
    lines: of(outcome).flatMap(({ years, ground }: RetentionRule) => [
      yearsInWords(years),
      GROUND_WORDS[ground],
    ]),
  }));
}

async function keepsRecords(manager: EntityManager): Promise<boolean> {
  const [row] = await manager.query<{ keeps: boolean }[]>('select app.keeps_records() as keeps');
  return row?.keeps === true;
}

async function countedSection(
  manager: EntityManager,
  { schedule, now }: { schedule: RetentionSchedule; now: Instant },
): Promise<PreviewSection> {
  const store = new PostgresRetentionStore(manager);
  const standings = await store.ended({ before: now, limit: MOST });
  const today = retentionPreview(await store.scheduleInForce(now), { standings, at: now }).byOutcome;
  const then = retentionPreview(schedule, { standings, at: now }).byOutcome;
  const rows = then.map(({ outcome, due, held }, index) => [
    OUTCOME_WORDS[outcome],
    today[index]?.due ?? 0,
    due,
    held,
  ]);
  const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0);
  return {
    title: SCHEDULE_EFFECT.title,
    lines: SCHEDULE_EFFECT.lines,
    table: {
      caption: SCHEDULE_EFFECT.caption,
      head: SCHEDULE_EFFECT.head,
      rows: [...rows, [SCHEDULE_EFFECT.all, sum(1), sum(2), sum(3)]].map((row) => row.map(String)),
    },
  };
}
