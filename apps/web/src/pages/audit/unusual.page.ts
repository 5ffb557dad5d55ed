import { UNUSUAL_KINDS, type Instant, type UnusualKind } from '#libs/domain';
import type { UnusualLine } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { calendarDay, timeInWords, timeOfDay } from '../../formatting/moments';
import { ROLE_NAMES } from '../../navigation/navigation.copy';
import { KIND_WORDS, UNUSUAL } from './unusual.copy';

interface UnusualRow {
  readonly on: string;
  readonly kind: string;
  readonly howMany: string;
  readonly role: string;
  readonly actorId: string;
  readonly actorPath: string;
  readonly personId: string | null;
  readonly personPath: string | null;
}

export interface UnusualPage {
  readonly asAt: string;
  readonly judged: string;
  readonly errors: readonly FieldError[];
  readonly kinds: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
  readonly rows: readonly UnusualRow[];
  readonly nextPath: string | undefined;
  readonly copy: typeof UNUSUAL;
}

export function unusualPage(options: {
  kind: UnusualKind | null;
  errors: readonly FieldError[];
  lines: readonly UnusualLine[];
  judgedUntil: Instant | null;
  nextPath: string | undefined;
  now: Instant;
  timezone: string;
}): UnusualPage {
  const { kind, errors, lines, judgedUntil, nextPath, now, timezone } = options;
  return {
    asAt: timeOfDay(now, timezone),
    judged: judgedUntil === null ? UNUSUAL.notYet : UNUSUAL.judged(timeInWords(judgedUntil, timezone)),
    errors,
    kinds: [
      { value: '', text: UNUSUAL.all, selected: kind === null },
      ...UNUSUAL_KINDS.map((value) => ({ value, text: KIND_WORDS[value], selected: value === kind })),
    ],
    rows: lines.map(rowOf),
    nextPath,
    copy: UNUSUAL,
  };
}

function rowOf({ on, kind, howMany, role, actorId, personId }: UnusualLine): UnusualRow {
  return {
    on: calendarDay(on),
    kind: KIND_WORDS[kind],
    howMany:
      kind === 'many-people'
        ? `${howMany} people`
        : howMany === 1
          ? 'Looked once'
          : `Looked ${howMany} times`,
    role: ROLE_NAMES[role],
    actorId,
    actorPath: `/audit/access?user=${actorId}`,
    personId,
    personPath: personId && `/audit/subject?person=${personId}`,
  };
}
