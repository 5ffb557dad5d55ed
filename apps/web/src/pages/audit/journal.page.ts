import { instant, type Instant } from '#libs/domain';
import { faultInWords, verifyLines, type ExportLine } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { timeInWords, timeOfDay } from '../../formatting/moments';
import { wrongFields, type WrongFields } from '../form-acts/wrong-fields';
import { JOURNAL } from './audit.copy';

interface JournalRow {
  readonly line: number;
  readonly subject: string;
  readonly sequence: number;
  readonly type: string;
  readonly happened: string;
  /** Null when it was recorded as it happened. */
  readonly recorded: string | null;
  readonly actor: string;
  readonly actorPath: string | undefined;
  readonly reason: string;
  readonly leaf: string;
}

export interface JournalCheck {
  readonly sound: boolean;
  readonly result: string;
  readonly faults: readonly string[];
}

export interface JournalPage {
  readonly asAt: string;
  readonly typed: string;
  readonly reference: string | null;
  readonly errors: readonly FieldError[];
  readonly wrong: WrongFields;
  readonly check: JournalCheck | null;
  readonly rows: readonly JournalRow[];
  readonly copy: typeof JOURNAL;
}

const SHORT = 12;

export function journalPage(options: {
  typed: string;
  /** The case that was found, with its journal. */
  found: { readonly reference: string; readonly lines: readonly ExportLine[] } | null;
  errors: readonly FieldError[];
  now: Instant;
  timezone: string;
}): JournalPage {
  const { typed, found, errors, now, timezone } = options;
  return {
    asAt: timeOfDay(now, timezone),
    typed,
    reference: found?.reference ?? null,
    errors,
    wrong: wrongFields(errors),
    check: found && checkOf(found.lines),
    rows: found?.lines.map((line, index) => rowOf(line, { line: index + 1, timezone })) ?? [],
    copy: JOURNAL,
  };
}

/** The rows as an export would carry them, so that the page says what an auditor's own run would. */
function checkOf(lines: readonly ExportLine[]): JournalCheck {
  const { rows, subjects, faults } = verifyLines(lines);
  const read = `${rows} rows of ${subjects} records`;
  return {
    sound: faults.length === 0,
    result:
      faults.length === 0
        ? `${JOURNAL.sound}. ${read}: every row gives its leaf hash, and none is missing between others.`
        : `${JOURNAL.notSound}. ${faults.length === 1 ? '1 fault' : `${faults.length} faults`} in ${read}.`,
    faults: faults.map(faultInWords),
  };
}

function rowOf(row: ExportLine, { line, timezone }: { line: number; timezone: string }): JournalRow {
  return {
    line,
    subject: `${row.subject.kind} ${shortened(row.subject.id)}`,
    sequence: row.sequence,
    type: row.type,
    happened: inWords(row.happenedAt, timezone),
    recorded: row.recordedAt === row.happenedAt ? null : inWords(row.recordedAt, timezone),
    ...actorOf(row.actor),
    reason: row.reason ?? '',
    leaf: row.leafHash.slice(0, SHORT),
  };
}

function actorOf({ id, process }: ExportLine['actor']): Pick<JournalRow, 'actor' | 'actorPath'> {
  if (id === null) return { actor: `The service: ${process ?? 'unknown'}`, actorPath: undefined };
  return { actor: shortened(id), actorPath: `/audit/access?user=${encodeURIComponent(id)}` };
}

/** The end of an id tells records apart; its beginning is the time it was made. */
function shortened(id: string): string {
  return `…${id.slice(-SHORT)}`;
}

/** An altered row may hold what is no instant: it is shown as it stands, for the auditor to see. */
function inWords(at: string, timezone: string): string {
  return Number.isNaN(Date.parse(at)) ? at : timeInWords(instant(at), timezone);
}
