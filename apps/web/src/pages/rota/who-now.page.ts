import type { Instant, PagingPolicy, UserId, WhoHears } from '#libs/domain';
import type { RotaPerson } from '#libs/persistence';
import { lengthInWords, momentInWords } from '../../formatting/moments';
import { ROLE_NAMES } from '../../navigation/navigation.copy';
import type { NameOf } from '../colleagues/colleagues';
import { inSentence, namesInList } from '../colleagues/name-in-words';
import { LEVELS, WHO_NOW } from './who-now.copy';

/** Drawn by `whoNow` in who-now.njk. */
export interface WhoNowView {
  readonly words: typeof WHO_NOW;
  readonly onCall: string;
  readonly nobody: boolean;
  readonly onCallRole: string | null;
  readonly next: string;
  readonly overdue: string;
  readonly overdueNext: string;
  readonly ladder: readonly string[];
}

export function whoNowView(options: {
  readonly heard: WhoHears;
  readonly ladder: PagingPolicy;
  readonly people: readonly RotaPerson[];
  readonly nameOf: NameOf;
  readonly now: Instant;
  readonly timezone: string;
}): WhoNowView {
  const { heard, ladder, people, nameOf, now, timezone } = options;
  const { onCall, leads, managers } = heard;
  const at = (moment: Instant) => momentInWords(moment, { now, timezone });
  return {
    words: WHO_NOW,
    onCall: onCall === null ? WHO_NOW.nobody : `${nameOf(onCall.userId)}, until ${at(onCall.until)}`,
    nobody: onCall === null,
    onCallRole:
      onCall && [roleOf(people, onCall.userId), ...(onCall.away ? [WHO_NOW.onLeave] : [])].join('. '),
    next: nextWords(heard, nameOf, at),
    overdue: leads.length === 0 ? WHO_NOW.noLead : namesInList(leads.map((userId) => nameOf(userId))),
    overdueNext:
      managers.length === 0
        ? WHO_NOW.noManager
        : WHO_NOW.thenManagers(namesInList(managers.map((userId) => nameOf(userId)))),
    ladder: ladder.rungs.map(({ level, times, everySeconds }, index) => {
      const every = lengthInWords(everySeconds * 1_000);
      const last = index === ladder.rungs.length - 1;
      return last ? WHO_NOW.lastRung(LEVELS[level], every) : WHO_NOW.rung(LEVELS[level], times, every);
    }),
  };
}

function nextWords({ next, gapFrom }: WhoHears, nameOf: NameOf, at: (moment: Instant) => string): string {
  const then = next && `${inSentence(nameOf(next.userId))}, from ${at(next.from)}`;
  if (gapFrom !== null)
    return then === null ? WHO_NOW.thenGap(at(gapFrom)) : WHO_NOW.thenGapThen(at(gapFrom), then);
  return then === null ? WHO_NOW.nobodyNext : WHO_NOW.then(then);
}

function roleOf(people: readonly RotaPerson[], userId: UserId): string {
  const person = people.find((one) => one.userId === userId);
  return person === undefined ? '' : ROLE_NAMES[person.role];
}
