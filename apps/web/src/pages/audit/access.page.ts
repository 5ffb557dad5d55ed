import type { Instant, Role } from '#libs/domain';
import type { AccessLine } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { timeInWords, timeOfDay } from '../../formatting/moments';
import { ROLE_NAMES } from '../../navigation/navigation.copy';
import { wrongFields, type WrongFields } from '../form-acts/wrong-fields';
import type { AuditQuery } from './audit-query';
import { ACCESS, WHAT_WORDS } from './audit.copy';

interface AccessRow {
  readonly seen: string;
  readonly role: string;
  readonly actorId: string;
  readonly actorPath: string;
  readonly what: string;
  readonly reference: string | null;
  readonly referencePath: string | null;
  readonly basis: string;
  readonly personId: string;
  readonly personPath: string;
  readonly asWritten: boolean;
}

export interface AccessPage {
  readonly asAt: string;
  readonly errors: readonly FieldError[];
  readonly wrong: WrongFields;
  readonly raw: AuditQuery['raw'];
  readonly searching: boolean;
  readonly rows: readonly AccessRow[];
  readonly nextPath: string | undefined;
  readonly copy: typeof ACCESS;
}

export function accessPage(options: {
  query: AuditQuery;
  lines: readonly AccessLine[];
  nextPath: string | undefined;
  now: Instant;
  timezone: string;
}): AccessPage {
  const { query, lines, nextPath, now, timezone } = options;
  return {
    asAt: timeOfDay(now, timezone),
    errors: query.errors,
    wrong: wrongFields(query.errors),
    raw: query.raw,
    searching: query.raw.reference !== '' || query.raw.user !== '' || query.raw.person !== '',
    rows: lines.map((line) => rowOf(line, timezone)),
    nextPath,
    copy: ACCESS,
  };
}

function rowOf(line: AccessLine, timezone: string): AccessRow {
  const { actorId, reference } = line;
  return {
    seen: timeInWords(line.seenAt, timezone),
    role: ROLE_NAMES[line.role as Role] ?? line.role,
    actorId,
    actorPath: `/audit/access?user=${actorId}`,
    what: WHAT_WORDS[line.what],
    reference,
    referencePath: reference && `/audit/journal?reference=${reference}`,
    basis: line.basis,
    personId: line.personId,
    personPath: `/audit/access?person=${line.personId}`,
    asWritten: line.asWritten,
  };
}
