import type { WindowSource } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readCount } from '../change-proposals/draft.form';
import { WINDOW_FORM } from './draft.copy';

const SINGLE = ['hours', 'mark', 'text', 'revision'] as const;
export type WindowRaw = Fields<(typeof SINGLE)[number]>;

export type WindowForm = { readonly raw: WindowRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly hours: number; readonly source: Omit<WindowSource, 'readOn'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

const MARKS = ['V', 'S', 'K'] as const satisfies readonly WindowSource['mark'][];
const LONGEST_TEXT = 200;

export function readWindow(posted: unknown): WindowForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(posted, { single: SINGLE });
  const hours = readCount(raw.hours, { least: 1, most: 24 * 366 });
  const mark = MARKS.find((code) => code === raw.mark);
  const text = raw.text.trim();
  const errors = [
    ...unclean,
    ...(hours === undefined ? [{ field: 'hours', message: WINDOW_FORM.errors.hours }] : []),
    ...(mark === undefined ? [{ field: 'mark', message: WINDOW_FORM.errors.mark }] : []),
    ...(text === '' || text.length > LONGEST_TEXT
      ? [{ field: 'text', message: WINDOW_FORM.errors.text }]
      : []),
  ];
  return hours === undefined || mark === undefined || errors.length > 0
    ? { kind: 'invalid', raw, idempotencyKey, errors }
    : { kind: 'valid', raw, idempotencyKey, hours, source: { mark, text } };
}
