import { notFound } from '../../errors/problem';
import { BUTTONS, FORMS, type ButtonName, type FormName } from './rights.copy';

/** A form on one right, out of an address; any other address is of no page. */
export function formNamed(typed: string): FormName {
  const found = (Object.keys(FORMS) as FormName[]).find((name) => name === typed);
  if (found === undefined) throw notFound();
  return found;
}

export function buttonNamed(typed: string): ButtonName | null {
  return (Object.keys(BUTTONS) as ButtonName[]).find((name) => name === typed) ?? null;
}
