import {
  isDomesticAbuse,
  isLiveTask,
  mayDo,
  type Act,
  type Instant,
  type StoredSample,
  type SupportTask,
  type UserId,
} from '#libs/domain';
import type { SupportWords } from '#libs/casework';
import type { SupportOfCase } from '#libs/persistence';
import type { AreaPack } from '#libs/config';
import { calendarDay, momentInWords, timeOfDay } from '../../formatting/moments';
import { caseFrame, type FrameParts } from '../cases/case-frame.page';
import type { NameOf } from '../colleagues/colleagues';
import type { Notice } from '../notices/notice';
import { labelsFor } from './kind-labels';
import { HUB, PATHWAY_WORDS, RELATION_WORDS, SAID_HOW_WORDS } from './support.copy';
import { taskLines } from './task-line.page';

const ENDING_WORDS = { 'with-police': 'the police have them', 'no-longer-kept': 'no longer kept' } as const;

/** Everything that kinds of support brought to a case, and what may be done next. */
export function hubPage(
  parts: FrameParts & {
    readonly support: SupportOfCase;
    readonly words: SupportWords;
    readonly nameOf: NameOf;
    readonly worksHere: ReadonlySet<UserId>;
    readonly away: ReadonlySet<UserId>;
    readonly pack: AreaPack;
    readonly notice: Notice | null;
  },
) {
  const { summary, actor, support, words, nameOf, worksHere, away, pack, notice, now, timezone } = parts;
  const time = { now, timezone, nameOf, worksHere, away };
  const path = `/cases/${summary.caseId}/kinds-of-support`;
  const open = summary.closedAt === null;
  const link = (act: Act, form: string, when = true) =>
    when && mayDo(actor, act) ? `${path}/${form}` : null;
  const { tasks, flag, samples, signposts, pathway, policeReportedOn, fromPolice, numberWaits } = support;
  const supporter = pathway?.kind === 'supporter';
  const at = (instant: Instant) => momentInWords(instant, time);
  const lines = taskLines(tasks, time);
  const linesOf = (part: (task: SupportTask) => boolean) => lines.filter((_line, at) => part(tasks[at]!));
  const isCheckIn = ({ kind }: SupportTask) => kind === 'check-in';
  const labels = labelsFor(pack);
  return {
    ...HUB,
    frame: caseFrame(parts, 'support'),
    notice,
    backHref: `/cases/${summary.caseId}/support`,
    pathway: pathwayLines({ pathway, words, policeReportedOn }),
    tasks: linesOf((task) => !isCheckIn(task) && isLiveTask(task)),
    settled: linesOf((task) => !isCheckIn(task) && !isLiveTask(task)),
    flagged:
      flag === null
        ? null
        : [
            { key: 'Flagged', value: `${nameOf(flag.raisedBy)}, ${at(flag.raisedAt)}` },
            { key: 'Looked at again on', value: calendarDay(flag.reviewOn) },
            { key: HUB.words, value: words.noteOf(flag.id) ?? 'They cannot be read just now.' },
          ],
    suggested: flag === null && isDomesticAbuse(support) ? HUB.suggested : null,
    samples: samples.map((sample) => sampleLine(sample)),
    checkIns: linesOf(isCheckIn),
    signposts: signposts.map(({ kind, givenHow, givenAt, recordedBy }) => ({
      key: labels[kind],
      value: `${SAID_HOW_WORDS[givenHow]}, ${at(givenAt)}. ${nameOf(recordedBy)}.`,
    })),
    acts: {
      task: link('add-plan-task', 'plan-task', open),
      flag: link('flag-domestic-abuse', 'domestic-abuse', open && flag === null),
      lower: link('flag-domestic-abuse', 'flag-down', flag !== null),
      samples: link('record-samples', 'samples', open && !supporter),
      checkIn: link('promise-check-in', 'check-ins'),
      signpost: link('signpost', 'signposts', open),
      transfer: link('transfer-case', 'transfer', open && !tasks.some(isRunningTransfer)),
      police: link(
        'record-police-report',
        'police-report',
        !fromPolice && !supporter && policeReportedOn === null,
      ),
      crimeNumber: link(
        'record-police-report',
        'crime-number',
        numberWaits !== null && numberWaits !== actor.userId,
      ),
      restart: link('restart-support', 'restart', !open && (pathway === null || pathway.endedAt !== null)),
    },
    asAt: timeOfDay(now, timezone),
  };
}

function isRunningTransfer(task: SupportOfCase['tasks'][number]): boolean {
  return task.kind === 'transfer' && isLiveTask(task);
}

function pathwayLines({
  pathway,
  words,
  policeReportedOn,
}: Pick<SupportOfCase, 'pathway' | 'policeReportedOn'> & { words: SupportWords }) {
  const stands = pathway !== null && pathway.endedAt === null;
  return {
    text: stands ? PATHWAY_WORDS[pathway.kind] : null,
    facts: [
      ...(stands && pathway.relation !== null
        ? [{ key: 'Who they are', value: RELATION_WORDS[pathway.relation] }]
        : []),
      ...(words.sarcCode === null ? [] : [{ key: HUB.sarcCode, value: words.sarcCode }]),
      ...(policeReportedOn === null
        ? []
        : [
            {
              key: 'Reported to the police',
              value: `By the person themselves, on ${calendarDay(policeReportedOn)}`,
            },
          ]),
      ...(pathway !== null && pathway.endedAt !== null
        ? [{ key: 'Before that', value: 'The person was anonymous to us; the history says since when.' }]
        : []),
    ],
  };
}

function sampleLine({ takenOn, keptUntil, remind, ending }: StoredSample) {
  const reminded = remind
    ? 'The person agreed to a call before then.'
    : 'Nobody contacts the person about them.';
  return {
    key: `Taken on ${calendarDay(takenOn)}`,
    value:
      ending === null
        ? `Kept until ${calendarDay(keptUntil)}. ${reminded}`
        : `Were to be kept until ${calendarDay(keptUntil)}; ${ENDING_WORDS[ending]}.`,
  };
}
