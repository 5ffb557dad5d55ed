import type { UserId } from '#libs/domain';
import type { RotaPerson } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { ROLE_NAMES } from '../../navigation/navigation.copy';
import type { NameOf } from '../colleagues/colleagues';
import { wrongFields } from '../form-acts/wrong-fields';
import { FIRST_DAY, LAST_DAY, LEAVE, NEW_LEAVE, SERVICE_LEAVE } from './leave.copy';
import type { LeaveRaw } from './leave.form';

export function newLeavePage(options: {
  readonly people: readonly RotaPerson[];
  readonly nameOf: NameOf;
  readonly reader: UserId;
  readonly raw: LeaveRaw;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
  readonly ofService: boolean;
}) {
  const { people, nameOf, reader, raw, errors, idempotencyKey } = options;
  const wrong = wrongFields(errors);
  const date = (prefix: 'first' | 'last', words: { readonly legend: string; readonly hint: string }) => ({
    prefix,
    legend: words.legend,
    hint: words.hint,
    values: { day: raw[`${prefix}Day`], month: raw[`${prefix}Month`], year: raw[`${prefix}Year`] },
    wrong,
  });
  return {
    words: NEW_LEAVE,
    listTitle: options.ofService ? SERVICE_LEAVE.title : LEAVE.title,
    title: people.length > 1 ? NEW_LEAVE.title : NEW_LEAVE.ownTitle,
    people: people.map(({ userId, role }) => ({
      value: userId as string,
      text: userId === reader ? NEW_LEAVE.me : nameOf(userId),
      hint: { text: ROLE_NAMES[role] },
    })),
    first: date('first', FIRST_DAY),
    last: date('last', LAST_DAY),
    raw,
    errors,
    wrong,
    idempotencyKey,
  };
}
