import { explainDutyDue, type CountedDays, type Duty, type DutyWorking } from '#libs/domain';
import type { DutyLedgerVersion } from '#libs/persistence';
import { calendarDay, calendarDayInFull, dayInFull, timeInWords } from '../../formatting/moments';
import { EVIDENCE_LEVEL } from '../victims-code/code.copy';
import {
  basisWords,
  BECAUSE,
  calendarWords,
  dayWords,
  EXPLAINED,
  FROM_WORDS,
  limitWords,
  ruleWords,
  TIMING_WORDS,
} from './explained-time.copy';
import { rowOf, type RightsParts } from './rights-reading';
import { HOLDERS, RIGHTS, STATES } from './rights.copy';

/** How the time of one right came about, from its ledger alone, the time in force first. */
export function explainedTimePage(
  parts: Pick<RightsParts, 'summary' | 'versions' | 'timezone'>,
  { duty, ledger }: { readonly duty: Duty; readonly ledger: readonly DutyLedgerVersion[] },
) {
  const { summary, timezone, versions } = parts;
  const row = rowOf(versions, duty);
  return {
    words: EXPLAINED,
    title: EXPLAINED.title,
    reference: summary.reference,
    base: `/cases/${summary.caseId}/rights`,
    right: row?.title ?? duty.entitlementId,
    facts: [
      { key: RIGHTS.state, text: STATES[duty.state].text },
      { key: EXPLAINED.owedBy, text: duty.owedBy.map((holder) => HOLDERS[holder]).join(' or ') },
      { key: EXPLAINED.opened, text: timeInWords(duty.triggeredAt, timezone) },
      { key: EXPLAINED.code, text: duty.codeVersion },
      ...(row === null
        ? []
        : [
            {
              key: EXPLAINED.evidence,
              text: row.proposal === null ? EVIDENCE_LEVEL[row.evidence] : EXPLAINED.proposal,
            },
          ]),
      ...upstreamOf(duty, { row, timezone }),
    ],
    times: ledger.toReversed().map((version) => timeView(version, duty)),
  };
}

function upstreamOf(
  { upstreamDueAt }: Duty,
  { row, timezone }: { readonly row: ReturnType<typeof rowOf>; readonly timezone: string },
) {
  if (!row?.upstream) return [];
  const { from, to, limit } = row.upstream;
  const said = EXPLAINED.upstreamLine(HOLDERS[from], HOLDERS[to], limitWords(limit));
  const by = upstreamDueAt === null ? '' : ` ${EXPLAINED.upstreamBy(dayInFull(upstreamDueAt, timezone))}`;
  return [{ key: EXPLAINED.upstream, text: `${said.charAt(0).toUpperCase()}${said.slice(1)}${by}` }];
}

function timeView({ version, inputs, reason, recordedAt, dueAt }: DutyLedgerVersion, duty: Duty) {
  const { timezone } = inputs.calendar;
  const working = explainDutyDue(inputs);
  return {
    version,
    heading: headingOf(version, duty),
    because: EXPLAINED.recorded(BECAUSE[reason], timeInWords(recordedAt, timezone)),
    timing: TIMING_WORDS[inputs.timing],
    rule: ruleWords(working.limit),
    from: FROM_WORDS[working.from],
    counts: timeInWords(working.startedAt, timezone),
    due: dayInFull(dueAt, timezone),
    caption: EXPLAINED.table(version),
    days: working.days.map((line) => dayView(line, working)),
    sum: sumOf(working),
    basis: basisWords({
      entitlement: inputs.entitlementId,
      codeVersion: inputs.codeVersion,
      calendar: calendarWords(inputs.calendarId, inputs.calendarVersion),
      holidays: inputs.calendar.holidays.map(calendarDay),
      timezone,
      tzdata: inputs.tzdata,
    }),
  };
}

function headingOf(version: number, duty: Duty): string {
  if (version < duty.version) return EXPLAINED.replaced(version);
  return duty.state === 'due' ? EXPLAINED.inForce(version) : EXPLAINED.stopped(version);
}

function dayView({ from, to, reason, workingDay, counted }: CountedDays, { limit }: DutyWorking) {
  const first = calendarDayInFull(from);
  return {
    day: from === to ? first : EXPLAINED.days(first, calendarDayInFull(to)),
    why: dayWords(reason, workingDay),
    counted: counted === 0 ? EXPLAINED.nothing : limitWords({ ...limit, value: counted }),
  };
}

/** What the counted lines add up to: the whole limit, or the working is wrong. */
function sumOf({ days, limit }: DutyWorking): string {
  const counted = days.reduce((sum, line) => sum + line.counted, 0);
  return EXPLAINED.sum(counted, limitWords(limit));
}
