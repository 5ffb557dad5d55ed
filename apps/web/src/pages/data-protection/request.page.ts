import type { RequestRead } from '#libs/casework';
import { deskActsOn, mayDo, openWait, type Instant, type StaffActor } from '#libs/domain';
import type { ClockVersion } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { calendarDay, dayInFull, distanceInWords, momentInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { ACT } from './act.copy';
import { routeChoices } from './delivery-routes';
import {
  DELIVERY_WORDS,
  DUE_WORDS,
  EXTENSION_WORDS,
  IDENTITY_WORDS,
  KIND_WORDS,
  REFUSED_WORDS,
  REQUESTER_WORDS,
  SETTLEMENT_WORDS,
  STATE_WORDS,
  VIA_WORDS,
  WAIT_WORDS,
} from './desk-words.copy';
import { ACT_WORDS } from './request-act.copy';
import { REQUEST } from './request.copy';
import type { RequestAct } from './request-acts';

export interface RequestReading {
  readonly actor: StaffActor;
  readonly now: Instant;
  readonly timezone: string;
  readonly nameOf: NameOf;
}

type Read = Extract<RequestRead, { kind: 'read' }>;

export function requestPage(
  read: Read,
  reading: RequestReading & { readonly versions: readonly ClockVersion[]; readonly notice: Notice | null },
) {
  const { request, release, items, words } = read;
  const { actor, now, timezone, versions, notice } = reading;
  const base = `/data-protection/requests/${request.id}`;
  const left = items.filter(({ decision }) => decision === null).length;
  const acts = deskActsOn(request).filter((act) => act !== 'seal' || left === 0);
  return {
    ...REQUEST,
    title: REQUEST.title(request.reference),
    kind: KIND_WORDS[request.kind],
    asAt: timeOfDay(now, timezone),
    notice,
    rows: rowsOf(read, reading),
    presumption: release?.counselling === true ? REQUEST.presumption : null,
    review: request.state === 'review' ? { href: `${base}/review`, left, of: items.length } : null,
    packHref: request.state === 'ready' ? `${base}/pack` : null,
    rectifyHref:
      request.kind === 'rectification' && request.state === 'searching' && openWait(request) === null
        ? `${base}/rectify`
        : null,
    releaseHref: release !== null && request.closedAt === null ? `${base}/release` : null,
    acts: mayDo(actor, 'keep-data-requests')
      ? acts.map((act) => ({ text: ACT_WORDS[act].title, href: `${base}/acts/${act}` }))
      : [],
    words: words === null ? null : wordRows(words),
    versions: versions.map(({ version, due, dueOn, recordedAt }) => ({
      version,
      due: `${DUE_WORDS[due]} ${calendarDay(dueOn)}`,
      recorded: momentInWords(recordedAt, { now, timezone }),
    })),
  };
}

function rowsOf({ request }: Read, { now, timezone, nameOf }: RequestReading) {
  const when = (at: Instant) => momentInWords(at, { now, timezone });
  const { nextDue, nextDueOn, nextDueAt, identityHow, identityAt, extension, extendedAt } = request;
  const wait = openWait(request);
  const row = (key: string, value: string | null) => (value === null ? [] : [{ key, value }]);
  return [
    ...row('Stands at', STATE_WORDS[request.state]),
    ...row(
      'Next',
      nextDue === null || nextDueOn === null || nextDueAt === null
        ? null
        : `${DUE_WORDS[nextDue]} ${calendarDay(nextDueOn)}, ${distanceInWords(nextDueAt, now)}`,
    ),
    ...row(
      'Clock',
      wait === null ? null : `Stopped since ${when(wait.fromAt)}: ${WAIT_WORDS[wait.waitFor].toLowerCase()}`,
    ),
    ...row('Owner', nameOf(request.ownerUserId)),
    ...row('Received', `${dayInFull(request.receivedAt, timezone)}. ${VIA_WORDS[request.receivedVia]}`),
    ...row('Asked by', REQUESTER_WORDS[request.requester]),
    ...row('About', request.personId === null ? 'Nobody that we know of yet' : 'A person in our care'),
    ...row(
      'Who they are',
      identityHow === null || identityAt === null
        ? 'Not confirmed yet'
        : `${IDENTITY_WORDS[identityHow]}, ${when(identityAt)}`,
    ),
    ...row(
      'Extended',
      extension === null || extendedAt === null ? null : `${EXTENSION_WORDS[extension]}, ${when(extendedAt)}`,
    ),
    ...row('Acknowledged', request.acknowledgedAt === null ? null : when(request.acknowledgedAt)),
    ...row('Fingerprint of the pack', request.packHash),
    ...row('Handed over', request.delivery === null ? null : DELIVERY_WORDS[request.delivery]),
    ...row('Outcome', request.settlement === null ? null : SETTLEMENT_WORDS[request.settlement]),
    ...row('Turned down', request.refusal === null ? null : REFUSED_WORDS[request.refusal]),
    ...row('Closed', request.closedAt === null ? null : when(request.closedAt)),
  ];
}

function wordRows({ name, replyTo, words }: NonNullable<Read['words']>) {
  return [
    { key: 'Name', value: name ?? 'Not given' },
    { key: 'Answer to', value: replyTo ?? 'Not given' },
    { key: 'In their words', value: words },
  ];
}

export function actPage(
  act: RequestAct,
  read: Read,
  form: { answer: string; route: string; errors: readonly FieldError[]; idempotencyKey?: string },
) {
  const { request, routes } = read;
  const base = `/data-protection/requests/${request.id}`;
  const { errors, answer, route, idempotencyKey } = form;
  return {
    ...ACT,
    reference: request.reference,
    back: base,
    action: `${base}/acts/${act.slug}`,
    revision: request.revision,
    title: act.title,
    intro: act.intro,
    submit: act.submit,
    warns: act.warns === true,
    legend: act.legend ?? act.title,
    choices: act.choices?.(request) ?? null,
    text: act.text ?? null,
    routes: act.slug === 'deliver' ? routeChoices(routes) : [],
    answer,
    route,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}
