import { readDate } from '../typed-moments/typed-moment';
import type { PartRaw } from './form-sheet';

/** The three fields of a date named `name`. */
export function dateNames(name: string): readonly string[] {
  return [`${name}Day`, `${name}Month`, `${name}Year`];
}

export function dateRaw(name: string, date: string | null): Readonly<Record<string, string>> {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  const plain = (part: string) => part.replace(/^0/, '');
  return { [`${name}Day`]: plain(day), [`${name}Month`]: plain(month), [`${name}Year`]: year };
}

/** `YYYY-MM-DD` for a day that exists, `empty` when nothing was typed, else `wrong`. */
export function typedDate(raw: PartRaw, name: string): { readonly on: string } | 'empty' | 'wrong' {
  const [day = '', month = '', year = ''] = dateNames(name).map((part) => (raw.text[part] ?? '').trim());
  if (day === '' && month === '' && year === '') return 'empty';
  const on = readDate({ day, month, year });
  return on === undefined ? 'wrong' : { on };
}
