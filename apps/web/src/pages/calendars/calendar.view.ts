import type { CalendarChange } from '#libs/casework';
import { localDate, proclaim, type Instant, type OpeningHours } from '#libs/domain';
import {
  calendarVersions,
  MOST_CLOCKS_PREVIEWED,
  runningClocksOf,
  type CalendarVersionLine,
  type RunningClock,
} from '#libs/persistence';
import { calendarDay, timeInWords } from '../../formatting/moments';
import type { ProposalView } from '../change-proposals/proposal-view';
import { calendarFacts, factChanges, type RuleChange } from '../policies/rule-facts';
import { MOVES, UNMOVED } from './calendars.copy';

export const calendarView: ProposalView = {
  kind: 'calendar',

  title: (subject) => `Calendar ${subject}`,

  async changes(manager, { subject, basedOnVersion, body }, { now }) {
    const before = lineOf(await calendarVersions(manager), subject, basedOnVersion);
    const change = body as CalendarChange;
    return before ? changesOf(before.hours, change, localDate(now, before.hours.timezone)) : [];
  },

  async preview(manager, { subject, basedOnVersion, body }, { timezone }) {
    const { change, addedHolidays } = body as CalendarChange;
    if (change === 'hours' || addedHolidays.length === 0) {
      return [{ title: MOVES.title, lines: [change === 'hours' ? UNMOVED.hours : UNMOVED.list] }];
    }
    const lines = await calendarVersions(manager);
    const clocks = await runningClocksOf(manager, subject);
    const moves = clocks.flatMap((clock) => {
      const hours = lineOf(lines, subject, clock.inputs.calendarVersion)?.hours;
      const to = hours && movedTo(clock, { hours, version: basedOnVersion + 1, dates: addedHolidays });
      return to === undefined || to === null ? [] : [{ clock, to }];
    });
    const shown = moves.slice(0, MOVES.most);
    return [
      {
        title: MOVES.title,
        lines: [
          MOVES.count(moves.length, clocks.length),
          ...(clocks.length === MOST_CLOCKS_PREVIEWED ? [MOVES.capped(MOST_CLOCKS_PREVIEWED)] : []),
        ],
        ...(shown.length === 0
          ? {}
          : {
              table: {
                caption: MOVES.caption,
                head: [...MOVES.head],
                rows: shown.map(({ clock, to }) => [
                  clock.reference,
                  timeInWords(clock.dueAt, timezone),
                  timeInWords(to, timezone),
                ]),
              },
            }),
        after: [
          ...(moves.length > shown.length ? [MOVES.more(moves.length - shown.length)] : []),
          ...MOVES.rules,
        ],
      },
    ];
  },
};

function lineOf(lines: readonly CalendarVersionLine[], id: string, version: number) {
  return lines.find((line) => line.id === id && line.version === version);
}

function movedTo(
  clock: RunningClock,
  { hours, version, dates }: { hours: OpeningHours; version: number; dates: readonly string[] },
): Instant | null {
  const proclaimed = { calendarVersion: version, dates };
  return proclaim(clock.inputs, { hours, dueAt: clock.dueAt, proclaimed })?.dueAt ?? null;
}

/** Added bank holidays by name: a list of the next few would not show one that lies further off. */
export function changesOf(
  before: OpeningHours,
  { hours, addedHolidays }: CalendarChange,
  from: string,
): readonly RuleChange[] {
  const facts = factChanges(calendarFacts(before, { from }), calendarFacts(hours, { from }));
  const others = facts.filter(({ key }) => key !== 'Bank holidays');
  const known = (until: string | undefined) => (until === undefined ? '–' : calendarDay(until));
  return [
    ...others,
    ...addedHolidays.map((date) => ({
      key: calendarDay(date),
      before: [MOVES.workingDay],
      after: [MOVES.bankHoliday],
    })),
    ...(before.knownUntil === hours.knownUntil
      ? []
      : [{ key: MOVES.knownUntil, before: [known(before.knownUntil)], after: [known(hours.knownUntil)] }]),
  ];
}
