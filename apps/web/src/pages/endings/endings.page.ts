import type { ReadEndingOutcome } from '#libs/casework';
import {
  ENDS_WITH_CASE,
  mayDo,
  SETTLE_FIRST,
  type CaseEnding,
  type DeathRecord,
  type Instant,
  type StaffActor,
  type SupportKind,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { calendarDay, dayInFull, momentInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import {
  ANSWER_WORDS,
  DEATH,
  DOOR_WORDS,
  END,
  END_REASON_WORDS,
  FAMILY_WORDS,
  TOLD_BY_WORDS,
  UNDER_WAY_WAYS,
  UNDER_WAY_WORDS,
} from './endings.copy';
import { correctionFields, deathFields, endFields, type DeathRaw, type EndRaw } from './endings.forms';

export type EndingRead = Extract<ReadEndingOutcome, { kind: 'read' }>;

interface Shown {
  readonly actor: StaffActor;
  readonly read: EndingRead;
  readonly timezone: string;
  readonly nameOf: NameOf;
  readonly labels: Readonly<Record<SupportKind, string>>;
  readonly notice: Notice | null;
}

interface Form<Raw> {
  readonly raw: Raw;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

type Countable = keyof EndingRead['underWay'];

export function endPage(shown: Shown, form: Form<EndRaw>) {
  const { actor, read, timezone, nameOf, notice } = shown;
  const { caseFile, underWay, ending, last, now } = read;
  const base = `/cases/${caseFile.id}`;
  const lines = (kinds: readonly Countable[]) =>
    kinds
      .filter((kind) => underWay[kind] > 0)
      .map((kind) => ({
        text: UNDER_WAY_WORDS[kind](underWay[kind]),
        href: `${base}/${UNDER_WAY_WAYS[kind].path}`,
        way: UNDER_WAY_WAYS[kind].text,
      }));
  const ends = lines(ENDS_WITH_CASE);
  const open = caseFile.closedAt === null;
  return {
    words: END,
    title: open ? END.title : END.ended,
    reference: caseFile.reference,
    base,
    notice,
    errors: form.errors,
    wrong: wrongFields(form.errors),
    idempotencyKey: form.idempotencyKey,
    revision: caseFile.revision,
    settle: open ? lines(SETTLE_FIRST) : [],
    ends: open ? ends : [],
    goesOn: lines(['goingOn']),
    fields:
      open && mayDo(actor, 'end-case')
        ? endFields(form.raw, { errors: form.errors, ends: ends.length > 0 })
        : [],
    facts: ending === null ? [] : endingFacts(ending, shown),
    comeBack: !open && mayDo(actor, 'restart-support') ? `${base}/kinds-of-support` : null,
    last: last && {
      href: `/cases/${last.caseId}`,
      text: END.lastWords(last.reference, dayInFull(last.endedAt, timezone)),
      worker: lastWorker(last, nameOf),
      handOver: open && mayDo(actor, 'hand-over-cases') ? '/handovers' : null,
    },
    asAt: timeOfDay(now, timezone),
  };
}

function lastWorker(
  { sameWorker, workerUserId }: NonNullable<EndingRead['last']>,
  nameOf: NameOf,
): string | null {
  if (workerUserId === null) return null;
  const name = nameOf(workerUserId);
  if (sameWorker === 'yes') return END.lastSame(name);
  return sameWorker === 'no' ? END.lastOther(name) : END.lastNotAsked(name);
}

type Fact = readonly [key: string, value: string];

function endingFacts(ending: CaseEnding, { timezone, nameOf, labels, read }: Shown): readonly Fact[] {
  const said = (at: Instant) => momentInWords(at, { now: read.now, timezone });
  const received = ending.received.map((kind) => labels[kind]).join(', ');
  return [
    [END.endedOn, `${said(ending.endedAt)}. ${END_REASON_WORDS[ending.reason]}.`],
    [END.received, received === '' ? END.nothingReceived : received],
    [END.door, DOOR_WORDS[ending.door]],
    [END.feedback, ANSWER_WORDS[ending.feedback]],
    [END.reopening, ANSWER_WORDS[ending.reopening]],
    [END.sameWorker, ANSWER_WORDS[ending.sameWorker]],
    [END.worker, nameOf(ending.workerUserId)],
    [END.checkInOn, ending.checkInOn === null ? END.noCheckIn : calendarDay(ending.checkInOn)],
    [END.keptUntil, `${dayInFull(ending.keepUntilAt, timezone)}, ${END.keptWhy}`],
  ];
}

export function deathPage(
  { actor, read, timezone, nameOf, notice }: Omit<Shown, 'labels'>,
  form: Form<DeathRaw> & { readonly because?: string },
) {
  const { caseFile, death, now } = read;
  const base = `/cases/${caseFile.id}`;
  return {
    words: DEATH,
    title: death === null ? DEATH.title : DEATH.standing,
    reference: caseFile.reference,
    base,
    notice,
    errors: form.errors,
    wrong: wrongFields(form.errors),
    idempotencyKey: form.idempotencyKey,
    revision: caseFile.revision,
    fields: death === null && mayDo(actor, 'record-death') ? deathFields(form.raw, form.errors) : [],
    facts:
      death === null ? [] : deathFacts(death, { said: (at) => momentInWords(at, { now, timezone }), nameOf }),
    familyHref: death !== null && death.family !== 'none-known' ? '/referrals/pathways/supporter' : null,
    correction: death !== null && mayDo(actor, 'correct-death') ? correctionFields(form.because ?? '') : [],
    asAt: timeOfDay(now, timezone),
  };
}

function deathFacts(
  death: DeathRecord,
  { said, nameOf }: { readonly said: (at: Instant) => string; readonly nameOf: NameOf },
): readonly Fact[] {
  return [
    [DEATH.toldByKey, TOLD_BY_WORDS[death.toldBy]],
    [DEATH.diedOnKey, death.diedOn === null ? DEATH.notSaid : calendarDay(death.diedOn)],
    [DEATH.familyKey, FAMILY_WORDS[death.family]],
    [DEATH.recordedKey, `${said(death.recordedAt)}, ${nameOf(death.recordedBy)}`],
  ];
}
