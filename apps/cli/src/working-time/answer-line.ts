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
import { membersOf, type Members } from './line-members';
import { isCalendarField } from './opening-hours.form';
import { readOp, readQuestion, type Fields, type Question } from './question.form';
import type { Line } from './split-lines';
import { parseStrictJson } from './strict-json';

type Answer = { readonly [name: string]: unknown };

/** One line in, one line out: an answer, or the code of the first thing that keeps it from being one. */
export function answerLine(line: Line, calendars: CalendarCache): string {
  return JSON.stringify(answerOf(line, calendars));
}

function answerOf(line: Line, calendars: CalendarCache): Answer {
  if (line === undefined) return { error: 'line-too-long' };
  const members = membersOf(line);
  const fields = members && readFields(members);
  const calendar = members && calendars.calendarFor(members);
  if (!fields || !calendar || calendar.kind === 'unreadable') return { error: faultOf(line) };
  const op = readOp(members, fields);
  if (op.kind === 'refused') return { error: op.reason };
  if (calendar.kind === 'refused') return { error: calendar.reason };
  const question = readQuestion(op.value, fields);
  if (question.kind === 'refused') return { error: question.reason };
  const answer = ask(calendar.calendar, question.value);
  if (fields.explain !== true || 'error' in answer) return answer;
  return { ...answer, segments: segmentsOf(explain(calendar.calendar, question.value)) };
}

/** Everything but the calendar, which is read only when its text is new. */
function readFields(members: Members): Fields | undefined {
  const fields: [string, unknown][] = [];
  for (const [name, text] of members) {
    if (isCalendarField(name)) continue;
    const json = parseStrictJson(text);
    if (json.kind === 'refused') return undefined;
    fields.push([name, json.value]);
  }
  return Object.fromEntries(fields);
}

/** Why a line is no object of readable members: judged as a whole, by the parser. */
function faultOf(line: string): string {
  const json = parseStrictJson(line);
  return json.kind === 'refused' ? json.reason : 'not-an-object';
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
