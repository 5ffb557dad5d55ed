import {
  dueAfter,
  explainDue,
  explainElapsed,
  explainWorkingDay,
  isoSecondsOf,
  openSecondsBetween,
  workingDayDue,
  type Explanation,
  type WorkingCalendar,
} from '#libs/domain';
import type { CalendarCache } from './calendar-cache';
import { isObject } from './opening-hours.form';
import { readOp, readQuestion, type Question } from './question.form';
import type { Line } from './split-lines';
import { parseStrictJson } from './strict-json';

type Answer = { readonly [name: string]: unknown };

/** One line in, one line out: an answer, or the code of the first thing that keeps it from being one. */
export function answerLine(line: Line, calendars: CalendarCache): string {
  return JSON.stringify(answerOf(line, calendars));
}

function answerOf(line: Line, calendars: CalendarCache): Answer {
  if (line === undefined) return { error: 'line-too-long' };
  const json = parseStrictJson(line);
  if (json.kind === 'refused') return { error: json.reason };
  const fields = json.value;
  if (!isObject(fields)) return { error: 'not-an-object' };
  const op = readOp(fields);
  if (op.kind === 'refused') return { error: op.reason };
  const { timezone, schedule, holidays, dateOverrides, closed } = fields;
  const built = calendars.calendarFor({ timezone, schedule, holidays, dateOverrides, closed });
  if (built.kind === 'refused') return { error: built.reason };
  const question = readQuestion(op.value, fields);
  if (question.kind === 'refused') return { error: question.reason };
  const answer = ask(built.calendar, question.value);
  if (fields.explain !== true || 'error' in answer) return answer;
  return { ...answer, segments: segmentsOf(explain(built.calendar, question.value)) };
}

function ask(calendar: WorkingCalendar, question: Question): Answer {
  if (question.op === 'elapsed') {
    const elapsed = openSecondsBetween(calendar, question);
    return elapsed.kind === 'refused' ? { error: elapsed.reason } : { seconds: elapsed.seconds };
  }
  const due = question.op === 'due' ? dueAfter(calendar, question) : workingDayDue(calendar, question);
  return due.kind === 'refused' ? { error: due.reason } : { due: isoSecondsOf(due.at) };
}

function explain(calendar: WorkingCalendar, question: Question): Explanation {
  switch (question.op) {
    case 'due':
      return explainDue(calendar, question);
    case 'elapsed':
      return explainElapsed(calendar, question);
    case 'working-day':
      return explainWorkingDay(calendar, question);
  }
}

function segmentsOf(explanation: Explanation): Answer[] {
  if (explanation.kind === 'refused') return [];
  return explanation.segments.map(({ from, to, ...rest }) => ({
    from: isoSecondsOf(from),
    to: isoSecondsOf(to),
    ...rest,
  }));
}
