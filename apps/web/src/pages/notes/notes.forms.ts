import {
  DISCLOSURE_WISHES,
  HAND_OVERS,
  LONG_NOTE,
  SAID_HOW,
  THERAPY_MILESTONE_KINDS,
  wallsToMoveTo,
  type NoteWall,
  type StaffActor,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { choices, type FormView } from '../support/form-fields';
import { SAID_HOW_WORDS } from '../support/support.copy';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { momentView } from '../typed-moments/typed-moment.page';
import {
  DISCLOSURE_FORM,
  HAND_OVER_WORDS,
  MILESTONE_FORM,
  MILESTONE_WORDS,
  MOMENT,
  MOVE_FORM,
  NOTE_FORM,
  WALL_TITLES,
  WISHES,
} from './notes.copy';

interface Asked<Raw> {
  readonly raw: Raw;
  readonly errors: readonly FieldError[];
}

const NOTE_NAMES = { single: ['text', ...momentNames('at')], lists: ['readAgain'] } as const;
export type NoteRaw = ReturnType<typeof readNote>['raw'];

export function readNote(body: unknown, timezone: string) {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, NOTE_NAMES);
  const at = readMoment(raw, { prefix: 'at', words: MOMENT.words, timezone });
  const errors = [...unclean, ...(at.kind === 'invalid' ? at.errors : [])];
  const input =
    at.kind === 'invalid' || errors.length > 0
      ? null
      : { text: raw.text, happenedAt: at.at, readAgain: raw.readAgain.includes('yes') };
  return { raw, errors, idempotencyKey, input };
}

export function noteForm(
  wall: NoteWall,
  { raw, errors, correcting }: Asked<NoteRaw> & { readonly correcting: string | null },
): FormView {
  const long = raw.text.trim().length > LONG_NOTE;
  return {
    title: NOTE_FORM.title(WALL_TITLES[wall]),
    intro: [...NOTE_FORM.intro, ...(correcting === null ? [] : [NOTE_FORM.correcting(correcting)])],
    submit: NOTE_FORM.submit,
    fields: [
      { type: 'moment', view: momentView('at', { ...MOMENT, raw, errors }) },
      { type: 'area', name: 'text', label: NOTE_FORM.text, hint: NOTE_FORM.textHint, value: raw.text },
      ...(long
        ? ([
            {
              type: 'ticks',
              name: 'readAgain',
              legend: NOTE_FORM.readAgain,
              hint: NOTE_FORM.readAgainHint,
              items: [{ value: 'yes', text: NOTE_FORM.readAgainYes }],
              values: raw.readAgain,
            },
          ] as const)
        : []),
    ],
  };
}

const DISCLOSURE_NAMES = { single: ['wish', 'agreed', ...momentNames('at')], lists: ['handOver'] } as const;
const NOBODY_TOLD = 'nobody';
export type DisclosureRaw = ReturnType<typeof readDisclosure>['raw'];

export function readDisclosure(body: unknown, timezone: string) {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, DISCLOSURE_NAMES);
  const at = readMoment(raw, { prefix: 'at', words: MOMENT.words, timezone });
  const wish = DISCLOSURE_WISHES.find((code) => code === raw.wish);
  const errors = [
    ...unclean,
    ...(at.kind === 'invalid' ? at.errors : []),
    ...(wish === undefined ? [{ field: 'wish', message: DISCLOSURE_FORM.wishMissing }] : []),
  ];
  const handOverTo = HAND_OVERS.filter((code) => raw.handOver.includes(code));
  const agreedHow = SAID_HOW.find((code) => code === raw.agreed) ?? null;
  const input =
    at.kind === 'invalid' || wish === undefined || errors.length > 0
      ? null
      : { happenedAt: at.at, wish, handOverTo, agreedHow };
  return { raw, errors, idempotencyKey, input };
}

export function disclosureForm({ raw, errors }: Asked<DisclosureRaw>): FormView {
  return {
    title: DISCLOSURE_FORM.title,
    intro: DISCLOSURE_FORM.intro,
    submit: DISCLOSURE_FORM.submit,
    fields: [
      { type: 'moment', view: momentView('at', { ...MOMENT, raw, errors }) },
      {
        type: 'radios',
        name: 'wish',
        legend: DISCLOSURE_FORM.wish,
        items: choices(DISCLOSURE_WISHES, WISHES),
        value: raw.wish,
      },
      {
        type: 'ticks',
        name: 'handOver',
        legend: DISCLOSURE_FORM.handOver,
        hint: DISCLOSURE_FORM.handOverHint,
        items: choices(HAND_OVERS, HAND_OVER_WORDS),
        values: raw.handOver,
      },
      {
        type: 'radios',
        name: 'agreed',
        legend: DISCLOSURE_FORM.agreed,
        hint: DISCLOSURE_FORM.agreedHint,
        items: [
          { value: NOBODY_TOLD, text: DISCLOSURE_FORM.agreedNot },
          ...choices(SAID_HOW, SAID_HOW_WORDS),
        ],
        value: raw.agreed === '' ? NOBODY_TOLD : raw.agreed,
      },
    ],
  };
}

export function readMove(body: unknown, { actor, from }: { actor: StaffActor; from: NoteWall }) {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: ['to'] });
  const to = wallsToMoveTo(actor, from).find((wall) => wall === raw.to);
  const errors = [...unclean, ...(to === undefined ? [{ field: 'to', message: MOVE_FORM.missing }] : [])];
  return { raw, errors, idempotencyKey, to: errors.length > 0 ? undefined : to };
}

export function moveForm(actor: StaffActor, from: NoteWall, to: string): FormView {
  return {
    title: MOVE_FORM.title,
    intro: MOVE_FORM.intro,
    submit: MOVE_FORM.submit,
    fields: [
      {
        type: 'radios',
        name: 'to',
        legend: MOVE_FORM.to,
        items: choices(wallsToMoveTo(actor, from), WALL_TITLES),
        value: to,
      },
    ],
  };
}

const MILESTONE_NAMES = { single: ['kind', 'sessions', ...momentNames('at')] } as const;
export type MilestoneRaw = ReturnType<typeof readMilestone>['raw'];

export function readMilestone(body: unknown, timezone: string) {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, MILESTONE_NAMES);
  const at = readMoment(raw, { prefix: 'at', words: MOMENT.words, timezone });
  const kind = THERAPY_MILESTONE_KINDS.find((code) => code === raw.kind);
  const typed = raw.sessions.trim();
  const counted = typed === '' || /^[1-9]\d{0,2}$/.test(typed);
  const errors = [
    ...unclean,
    ...(at.kind === 'invalid' ? at.errors : []),
    ...(kind === undefined ? [{ field: 'kind', message: MILESTONE_FORM.missing }] : []),
    ...(counted ? [] : [{ field: 'sessions', message: MILESTONE_FORM.notANumber }]),
  ];
  const input =
    at.kind === 'invalid' || kind === undefined || errors.length > 0
      ? null
      : { kind, sessions: typed === '' ? null : Number(typed), happenedAt: at.at };
  return { raw, errors, idempotencyKey, input };
}

export function milestoneForm({ raw, errors }: Asked<MilestoneRaw>): FormView {
  return {
    title: MILESTONE_FORM.title,
    intro: MILESTONE_FORM.intro,
    submit: MILESTONE_FORM.submit,
    fields: [
      {
        type: 'radios',
        name: 'kind',
        legend: MILESTONE_FORM.kind,
        items: choices(THERAPY_MILESTONE_KINDS, MILESTONE_WORDS),
        value: raw.kind,
      },
      {
        type: 'line',
        name: 'sessions',
        label: MILESTONE_FORM.sessions,
        hint: MILESTONE_FORM.sessionsHint,
        value: raw.sessions,
      },
      { type: 'moment', view: momentView('at', { ...MOMENT, raw, errors }) },
    ],
  };
}
