import type { CivilDate } from '#libs/domain';
import type { FieldError } from '../../../errors/problem';
import { FORM } from '../service-form.copy';
import type { typedDate } from '../typed-date';

type Typed = ReturnType<typeof typedDate>;

/** A first day and, where there is one, the day after the last; what is wrong names the field of each. */
export function datesOf(
  from: Typed,
  to: Typed,
): { readonly from: CivilDate; readonly to: CivilDate | null; readonly errors: readonly FieldError[] } {
  const start = typeof from === 'string' ? '' : from.on;
  const end = typeof to === 'string' ? null : to.on;
  const upsideDown = start !== '' && end !== null && end <= start;
  return {
    from: start,
    to: end,
    errors: [
      ...(from === 'empty' ? [{ field: 'fromDay', message: FORM.fromMissing }] : []),
      ...(from === 'wrong' ? [{ field: 'fromDay', message: FORM.dateWrong }] : []),
      ...(to === 'wrong' ? [{ field: 'toDay', message: FORM.dateWrong }] : []),
      ...(upsideDown ? [{ field: 'toDay', message: FORM.endsBeforeItBegins }] : []),
    ],
  };
}
