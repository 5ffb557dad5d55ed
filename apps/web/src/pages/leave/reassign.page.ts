import type { Instant, StaffActor, UserId } from '#libs/domain';
import type { CaseToGive, LeaveLine, RotaPerson } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { dayInFull, timeOfDay } from '../../formatting/moments';
import { ROLE_NAMES } from '../../navigation/navigation.copy';
import { caseToGiveView, receiverChoices } from '../board/assign.page';
import type { NameOf } from '../colleagues/colleagues';
import { inSentence } from '../colleagues/name-in-words';
import { wrongFields } from '../form-acts/wrong-fields';
import { LEAVE, NEW_LEAVE, REASSIGN } from './leave.copy';
import type { ReassignForm } from './reassign.form';

interface Giving {
  readonly cases: readonly CaseToGive[];
  readonly receivers: readonly UserId[];
  readonly nameOf: NameOf;
  readonly time: { readonly now: Instant; readonly timezone: string };
  readonly of: UserId;
  readonly leave: LeaveLine | null;
  readonly form: ReassignForm;
  readonly actor: StaffActor;
}

export function whosePage(options: {
  readonly people: readonly RotaPerson[];
  readonly nameOf: NameOf;
  readonly reader: UserId;
  readonly missing: boolean;
}) {
  const { people, nameOf, reader, missing } = options;
  const errors = missing ? [{ field: 'of', message: REASSIGN.whoseMissing }] : [];
  return {
    words: REASSIGN,
    title: REASSIGN.title,
    people: people
      .filter(({ role }) => role !== 'service-manager')
      .map(({ userId, role }) => ({
        value: userId as string,
        text: userId === reader ? NEW_LEAVE.me : nameOf(userId),
        hint: { text: ROLE_NAMES[role] },
      })),
    errors,
    wrong: wrongFields(errors),
  };
}

/** Every open case of one colleague, all ticked until somebody unticks one. */
export function pickPage(giving: Giving & { readonly errors: readonly FieldError[] }) {
  const { cases, receivers, nameOf, time, of, leave, form, errors } = giving;
  const sent = form.idempotencyKey !== '';
  return {
    ...frameOf(giving),
    heading: REASSIGN.of(nameOf(of), cases.length),
    rows: cases.map((row) => ({
      ...caseToGiveView(row, nameOf, time),
      tick: tickOf(row),
      ticked: !sent || form.raw.cases.includes(tickOf(row)),
    })),
    choices: receiverChoices(
      receivers.filter((id) => id !== of),
      nameOf,
    ),
    raw: form.raw,
    errors,
    wrong: wrongFields(errors),
    backHref: leave === null ? '/handovers' : `/leave/${leave.id}`,
  };
}

/** Names and effects, before anything is offered. */
export function confirmPage(giving: Giving) {
  const { cases, nameOf, time, of, leave, form } = giving;
  const chosen = cases.filter((row) => form.raw.cases.includes(tickOf(row)));
  const to = inSentence(nameOf(form.to));
  const from = inSentence(nameOf(of));
  const { effects } = REASSIGN;
  return {
    ...frameOf(giving),
    title: REASSIGN.confirmTitle,
    rows: chosen.map((row) => ({ ...caseToGiveView(row, nameOf, time), becomes: REASSIGN.offeredTo(to) })),
    effects: [
      form.to === giving.actor.userId ? effects.self : effects.moves(to, from),
      ...(leave === null ? [] : [effects.leave(from, dayInFull(leave.fromAt, time.timezone)), effects.back]),
      effects.ends,
      effects.clocks,
    ],
    raw: form.raw,
  };
}

function frameOf({ time, leave, of, actor }: Giving) {
  const coverTitle = of === actor.userId ? REASSIGN.ownTitle : REASSIGN.coverTitle;
  return {
    words: { ...LEAVE, ...REASSIGN },
    title: leave === null ? REASSIGN.title : coverTitle,
    asAt: timeOfDay(time.now, time.timezone),
  };
}

function tickOf({ caseId, revision }: CaseToGive): string {
  return `${caseId}.${revision}`;
}
