import type { OnCallShift, UserId } from '#libs/domain';
import type { RotaPerson } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { ROLE_NAMES } from '../../navigation/navigation.copy';
import type { NameOf } from '../colleagues/colleagues';
import { wrongFields } from '../form-acts/wrong-fields';
import { momentView } from '../typed-moments/typed-moment.page';
import { FROM, SHIFT, TO } from './rota.copy';
import type { ShiftRaw } from './shift.form';

export interface ShiftPageOptions {
  /** Null for a shift that is being added. */
  readonly shift: OnCallShift | null;
  readonly people: readonly RotaPerson[];
  readonly nameOf: NameOf;
  readonly reader: UserId;
  readonly raw: ShiftRaw;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

export function shiftPage(options: ShiftPageOptions) {
  const { shift, people, nameOf, reader, raw, errors, idempotencyKey } = options;
  const path = shift === null ? '/rota/shifts/new' : `/rota/shifts/${shift.id}`;
  return {
    words: SHIFT,
    title: shift === null ? SHIFT.add : SHIFT.change,
    action: path,
    removeAction: shift === null ? null : `${path}/remove`,
    revision: raw.revision,
    people: people.map(({ userId, role }) => ({
      value: userId,
      text: userId === reader ? 'Me' : nameOf(userId),
      hint: { text: ROLE_NAMES[role] },
    })),
    from: momentView('from', { ...FROM, raw, errors }),
    to: momentView('to', { ...TO, raw, errors }),
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}
