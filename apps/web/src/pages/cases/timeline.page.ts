import { parseInstant, type Instant } from '#libs/domain';
import type { JournalLine } from '#libs/persistence';
import { momentInWords, timeInWords } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { inSentence } from '../colleagues/name-in-words';
import type { LimbNameOf } from '../promise-words/limb-words';
import { policeTaskActor } from '../police-tasks/timeline-words.copy';
import { EVENT_WORDS, SILENT } from './timeline.copy';

export interface TimelineEntry {
  readonly title: string;
  /** After "by". */
  readonly who: string;
  readonly when: string;
  readonly detail: string;
  /** Said when it was typed in later than it happened. */
  readonly recorded: string | null;
}

interface PageTime {
  readonly now: Instant;
  readonly timezone: string;
  readonly limbName: LimbNameOf;
}

const MINUTE = 60_000;

/** The journal of a case in plain sentences, newest first. */
export function timelineOf(
  lines: readonly JournalLine[],
  { nameOf, ...time }: PageTime & { readonly nameOf: NameOf },
): readonly TimelineEntry[] {
  return lines
    .filter(({ type }) => !SILENT.has(type))
    .toSorted((a, b) => minuteOf(b) - minuteOf(a) || b.position - a.position)
    .map((line) => ({ ...wordsOf(line, time), who: whoOf(line, nameOf), ...whenOf(line, time) }));
}

/** People type minutes: within one, things are in the order in which they were recorded. */
function minuteOf({ happenedAt }: JournalLine): number {
  return Math.floor(happenedAt / MINUTE);
}

function wordsOf({ type, payload, reason }: JournalLine, { timezone, limbName }: PageTime) {
  const at = (key: string): string => {
    const read = parseInstant(String(payload[key]));
    return read.kind === 'instant' ? timeInWords(read.at, timezone) : 'at a time that is not known';
  };
  const words = EVENT_WORDS[type]?.({ payload, reason, at, limbName }) ?? {
    title: `Another record was made (${type})`,
  };
  return { title: words.title, detail: words.detail ?? '' };
}

/** Officers are colleagues of another agency: the page names their part and not them. */
function whoOf(line: JournalLine, nameOf: NameOf): string {
  const { type, actorId, payload } = line;
  if (actorId === null || type === 'deadline.set') return 'the service';
  const part = policeTaskActor(line);
  if (part !== null) return part;
  const sentByPolice = payload['source'] === 'police' && payload['receivedVia'] !== 'phone';
  return type === 'referral.submitted' && sentByPolice
    ? 'the referring officer'
    : inSentence(nameOf(actorId));
}

function whenOf({ happenedAt, recordedAt }: JournalLine, time: PageTime) {
  const late = recordedAt - happenedAt >= MINUTE;
  return {
    when: timeInWords(happenedAt, time.timezone),
    recorded: late ? `Recorded ${momentInWords(recordedAt, time)}.` : null,
  };
}
