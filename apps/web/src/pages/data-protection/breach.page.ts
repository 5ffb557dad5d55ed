import type { BreachRead } from '#libs/casework';
import { BREACH_KINDS, BREACH_RISKS, type BreachRecord, type Instant } from '#libs/domain';
import type { BreachLists } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { distanceInWords, momentInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { momentView } from '../typed-moments/typed-moment.page';
import { BREACH, BREACH_KIND_WORDS, BREACHES, NEW_BREACH, RISK_WORDS } from './breach.copy';
import type { BreachRaw } from './breach.form';

export interface BreachReading {
  readonly now: Instant;
  readonly timezone: string;
  readonly nameOf: NameOf;
  readonly notice: Notice | null;
}

export function breachesPage(lists: BreachLists, reading: BreachReading) {
  return {
    ...BREACHES,
    asAt: timeOfDay(reading.now, reading.timezone),
    notice: reading.notice,
    live: lists.open.map((breach) => cardOf(breach, reading)),
    closed: lists.closed.map((breach) => cardOf(breach, reading)),
  };
}

function cardOf(breach: BreachRecord, reading: BreachReading) {
  const { id, reference, reportedAt, closedAt, regulatorDueAt } = breach;
  return {
    reference,
    href: `/data-protection/breaches/${id}`,
    late:
      closedAt === null && reportedAt === null && breach.risk !== 'unlikely' && reading.now > regulatorDueAt,
    rows: rowsOf(breach, reading),
  };
}

function rowsOf(breach: BreachRecord, { now, timezone, nameOf }: BreachReading) {
  const when = (at: Instant) => momentInWords(at, { now, timezone });
  const { kind, risk, noticedAt, regulatorDueAt, reportedAt, peopleToldAt, closedAt } = breach;
  return [
    { key: 'What happened', value: BREACH_KIND_WORDS[kind] },
    { key: 'Noticed', value: when(noticedAt) },
    {
      key: 'Regulator told',
      value:
        reportedAt === null
          ? `By ${when(regulatorDueAt)}, ${distanceInWords(regulatorDueAt, now)}`
          : when(reportedAt),
    },
    { key: 'Risk to people', value: risk === null ? 'Not judged yet' : RISK_WORDS[risk] },
    { key: 'People', value: String(breach.peopleAffected) },
    { key: 'People told', value: peopleToldAt === null ? 'Not yet' : when(peopleToldAt) },
    { key: 'Owner', value: nameOf(breach.ownerUserId) },
    ...(closedAt === null ? [] : [{ key: 'Closed', value: when(closedAt) }]),
  ];
}

export function newBreachPage(form: {
  raw: BreachRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
}) {
  const { raw, errors, idempotencyKey } = form;
  return {
    ...NEW_BREACH,
    action: '/data-protection/breaches/new',
    kinds: BREACH_KINDS.map((value) => ({ value, text: BREACH_KIND_WORDS[value] })),
    noticed: momentView('noticed', {
      legend: NEW_BREACH.noticedLegend,
      hint: NEW_BREACH.noticedHint,
      raw,
      errors,
    }),
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

export function breachPage(
  { breach, words }: Extract<BreachRead, { kind: 'read' }>,
  reading: BreachReading,
  form: { risk: string; people: string; errors: readonly FieldError[]; idempotencyKey?: string },
) {
  const { reportedAt, peopleToldAt, closedAt } = breach;
  const buttons = [
    ...(reportedAt === null ? [{ slug: 'report', text: BREACH.report }] : []),
    ...(peopleToldAt === null ? [{ slug: 'tell-people', text: BREACH.tellPeople }] : []),
    { slug: 'close', text: BREACH.close },
  ];
  return {
    ...BREACH,
    title: BREACH.title(breach.reference),
    asAt: timeOfDay(reading.now, reading.timezone),
    notice: reading.notice,
    rows: rowsOf(breach, reading),
    words,
    live: closedAt === null,
    base: `/data-protection/breaches/${breach.id}`,
    revision: breach.revision,
    risks: BREACH_RISKS.map((value) => ({ value, text: RISK_WORDS[value] })),
    raw: form,
    buttons,
    errors: form.errors,
    wrong: wrongFields(form.errors),
    idempotencyKey: form.idempotencyKey,
  };
}
