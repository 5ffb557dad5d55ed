import {
  ASKED_VIA,
  REQUEST_KINDS,
  REQUESTERS,
  openWait,
  type InformationRequest,
  type Instant,
} from '#libs/domain';
import type { RequestLists } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { calendarDay, distanceInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { DESK, ELSEWHERE, NEW } from './desk.copy';
import {
  DUE_WORDS,
  KIND_SHORT,
  KIND_WORDS,
  REQUESTER_WORDS,
  STATE_WORDS,
  VIA_WORDS,
} from './desk-words.copy';
import type { NewRequestRaw } from './new-request.form';

export interface DeskReading {
  readonly now: Instant;
  readonly timezone: string;
  readonly nameOf: NameOf;
  readonly mayKeep: boolean;
}

export function deskPage(lists: RequestLists, reading: DeskReading & { readonly notice: Notice | null }) {
  const { now, timezone, mayKeep, notice } = reading;
  const rows = lists.open.map((request) => rowOf(request, reading));
  return {
    ...DESK,
    asAt: timeOfDay(now, timezone),
    notice,
    mayKeep,
    links: ELSEWHERE,
    late: rows.filter(({ late }) => late),
    rest: rows.filter(({ late }) => !late),
    closed: lists.closed.map((request) => ({
      reference: request.reference,
      href: `/data-protection/requests/${request.id}`,
      kind: KIND_SHORT[request.kind],
      state: STATE_WORDS[request.state],
      on: request.closedAt === null ? '' : calendarDay(new Date(request.closedAt).toISOString().slice(0, 10)),
    })),
  };
}

function rowOf(request: InformationRequest, { now, nameOf }: DeskReading) {
  const { id, reference, kind, state, nextDue, nextDueOn, nextDueAt, ownerUserId } = request;
  return {
    reference,
    href: `/data-protection/requests/${id}`,
    kind: KIND_SHORT[kind],
    state: STATE_WORDS[state],
    stopped: openWait(request) !== null,
    due: nextDue === null || nextDueOn === null ? '' : `${DUE_WORDS[nextDue]} ${calendarDay(nextDueOn)}`,
    left: nextDueAt === null ? '' : distanceInWords(nextDueAt, now),
    late: nextDueAt !== null && now > nextDueAt,
    owner: nameOf(ownerUserId),
  };
}

export function newRequestPage(form: {
  raw: NewRequestRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
}) {
  const { raw, errors, idempotencyKey } = form;
  return {
    ...NEW,
    action: '/data-protection/requests/new',
    kinds: REQUEST_KINDS.map((value) => ({ value, text: KIND_WORDS[value] })),
    vias: ASKED_VIA.map((value) => ({ value, text: VIA_WORDS[value] })),
    requesters: REQUESTERS.map((value) => ({ value, text: REQUESTER_WORDS[value] })),
    received: {
      prefix: 'received',
      legend: NEW.receivedLegend,
      hint: NEW.receivedHint,
      values: { day: raw.receivedDay, month: raw.receivedMonth, year: raw.receivedYear },
      wrong: wrongFields(errors),
    },
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}
