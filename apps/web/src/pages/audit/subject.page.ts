import type { Instant, PersonId } from '#libs/domain';
import type { Looker } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { timeInWords, timeOfDay } from '../../formatting/moments';
import { ROLE_NAMES } from '../../navigation/navigation.copy';
import { wrongFields, type WrongFields } from '../form-acts/wrong-fields';
import type { AuditQuery } from './audit-query';
import { WHAT_WORDS } from './audit.copy';
import { SUBJECT } from './subject.copy';

interface LookerRow {
  readonly role: string;
  readonly agency: string;
  readonly actorId: string;
  readonly first: string;
  readonly last: string;
  readonly times: number;
  readonly what: readonly string[];
  readonly grounds: readonly string[];
}

export interface SubjectPage {
  readonly asAt: string;
  readonly errors: readonly FieldError[];
  readonly wrong: WrongFields;
  readonly raw: AuditQuery['raw'];
  /** Undefined until somebody is asked for. */
  readonly found:
    { readonly title: string; readonly count: string; readonly rows: readonly LookerRow[] } | undefined;
  readonly copy: typeof SUBJECT;
}

export function subjectPage(options: {
  raw: AuditQuery['raw'];
  errors: readonly FieldError[];
  personId: PersonId | null;
  lookers: readonly Looker[];
  now: Instant;
  timezone: string;
}): SubjectPage {
  const { raw, errors, personId, lookers, now, timezone } = options;
  const times = lookers.reduce((sum, looker) => sum + looker.times, 0);
  return {
    asAt: timeOfDay(now, timezone),
    errors,
    wrong: wrongFields(errors),
    raw,
    found:
      personId === null
        ? undefined
        : {
            title: SUBJECT.of(personId),
            count: SUBJECT.count(new Set(lookers.map(({ actorId }) => actorId)).size, times),
            rows: lookers.map((looker) => rowOf(looker, timezone)),
          },
    copy: SUBJECT,
  };
}

function rowOf(looker: Looker, timezone: string): LookerRow {
  const { actorId, agency, times, bases } = looker;
  return {
    role: ROLE_NAMES[looker.role],
    agency,
    actorId,
    first: timeInWords(looker.firstAt, timezone),
    last: timeInWords(looker.lastAt, timezone),
    times,
    what: looker.what.map((what) => WHAT_WORDS[what]),
    grounds: bases,
  };
}
