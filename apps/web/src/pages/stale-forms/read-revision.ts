import { badRequest } from '../../errors/problem';

/** The revision a form was drawn from, out of its hidden field. */
export function readRevision(typed: string): number {
  if (/^[1-9]\d{0,8}$/.test(typed)) return Number(typed);
  throw badRequest('The form does not say which version of the record it is about. Open the page again.');
}
