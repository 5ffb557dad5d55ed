import {
  deskCeiling,
  lastFullQuarter,
  promiseShare,
  replay,
  type CalendarVersion,
  type DeadlinePolicy,
  type DeskCeiling,
  type LimbReplay,
  type ReplayCounts,
} from '#libs/domain';
import {
  calendarVersions,
  MOST_REPLAYED,
  pastReferrals,
  policyVersions,
  type CalendarVersionLine,
} from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { calendarDay } from '../../formatting/moments';
import type {
  PreviewSection,
  ProposalView,
  ViewedChange,
  ViewReading,
} from '../change-proposals/proposal-view';
import { limbName } from '../promise-words/limb-words';
import { CEILING, REPLAY } from './policy-preview.copy';
import { factChanges, policyFacts } from './rule-facts';

export const policyView: ProposalView = {
  kind: 'policy',

  title: (subject) => `Policy ${subject}`,

  async changes(manager, { subject, basedOnVersion, body }) {
    const before = (await policyVersions(manager)).find(
      ({ policy }) => policy.id === subject && policy.version === basedOnVersion,
    );
    return factChanges(before ? policyFacts(before.policy) : [], policyFacts(body as DeadlinePolicy));
  },

  async preview(manager, change, reading) {
    const policy = change.body as DeadlinePolicy;
    const calendar = newest(await calendarVersions(manager), policy.calendar);
    if (calendar === undefined) return [];
    return [
      await replaySection(manager, { change, policy, calendar, reading }),
      ceilingSection(policy, deskCeiling(policy, { calendar, from: reading.now })),
    ];
  },
};

function newest(lines: readonly CalendarVersionLine[], id: string): CalendarVersion | undefined {
  return lines.find((line) => line.id === id);
}

async function replaySection(
  manager: EntityManager,
  around: { change: ViewedChange; policy: DeadlinePolicy; calendar: CalendarVersion; reading: ViewReading },
): Promise<PreviewSection> {
  const { change, policy, calendar, reading } = around;
  const quarter = lastFullQuarter(reading.now, reading.timezone);
  const referrals = await pastReferrals(manager, { policyId: change.subject, ...quarter });
  const lines = [
    REPLAY.span(calendarDay(quarter.firstOn), calendarDay(quarter.endOn)),
    REPLAY.counted(referrals.length),
    ...(referrals.length === MOST_REPLAYED ? [REPLAY.capped(MOST_REPLAYED)] : []),
  ];
  if (referrals.length === 0) return { title: REPLAY.title, lines };
  const limbs = replay(referrals, { policy, calendar, now: reading.now });
  const nameOf = (id: string) => {
    const limb = policy.limbs.find((one) => one.id === id);
    return `${limb ? limbName(limb) : id}${id === policy.bindingLimb ? ' (counts)' : ''}`;
  };
  return {
    title: REPLAY.title,
    lines,
    table: {
      caption: REPLAY.caption,
      head: [...REPLAY.head],
      rows: limbs.flatMap((limb) => [
        row(nameOf(limb.limb), REPLAY.actual, limb.actual),
        row(nameOf(limb.limb), REPLAY.proposed, limb.proposed),
      ]),
    },
    after: [...limbs.flatMap((limb) => movedLines(nameOf(limb.limb), limb)), ...REPLAY.limits],
  };
}

function row(name: string, under: string, counts: ReplayCounts | null): readonly string[] {
  if (counts === null) return [name, under, '–', '–', '–', '–', '–'];
  const share = promiseShare(counts);
  const percent = share.kind === 'share' ? `${share.percent}%` : REPLAY.tooFew;
  const left = counts.stillOpen + counts.cancelled;
  return [name, under, percent, ...[counts.met, counts.missed, counts.met + counts.missed, left].map(String)];
}

function movedLines(name: string, limb: LimbReplay): readonly string[] {
  const { moved, earlier, missedBecomesMet, metBecomesMissed, notComputable } = limb;
  return [
    REPLAY.moved(name, { moved, earlier, later: moved - earlier }),
    REPLAY.turned(name, { missedBecomesMet, metBecomesMissed }),
    ...(notComputable === 0 ? [] : [REPLAY.notComputable(name, notComputable)]),
  ];
}

function ceilingSection(policy: DeadlinePolicy, ceilings: readonly DeskCeiling[]): PreviewSection {
  return {
    title: CEILING.title,
    lines: [CEILING.intro],
    table: {
      caption: CEILING.caption,
      head: [...CEILING.head],
      rows: ceilings.map(({ limb, tried, withOpening }) => {
        const found = policy.limbs.find(({ id }) => id === limb);
        const share = promiseShare({ met: withOpening, missed: tried - withOpening });
        return [
          found ? limbName(found) : limb,
          share.kind === 'share' ? `${share.percent}%` : CEILING.unknown,
        ];
      }),
    },
    after: [CEILING.limit],
  };
}
