import { WEEKDAYS } from '../../formatting/moment.copy';
import type { WrongFields } from '../form-acts/wrong-fields';
import { DAYS, weekField } from './weekly-hours';

/** A week as seven fields, drawn by `weekInputs` in week.njk. */
export function weekFields(prefix: string, raw: Readonly<Record<string, string>>, wrong: WrongFields) {
  return DAYS.map((day) => {
    const name = weekField(prefix, day);
    return { name, label: WEEKDAYS[day], value: raw[name] ?? '', error: wrong[name] };
  });
}
