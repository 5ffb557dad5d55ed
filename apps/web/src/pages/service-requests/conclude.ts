import type { FastifyReply, FastifyRequest } from 'fastify';
import type { NotFound, Once, Refused, Stale } from '#libs/casework';
import { notFound, type FieldError } from '../../errors/problem';
import type { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice, type Notice } from '../notices/notice';
import { REQUEST_REFUSALS, type RequestReason } from './request-refusals.copy';

export type ActOutcome =
  { readonly kind: 'changed' | 'proposed' } | NotFound | Stale | Refused<RequestReason>;

/** What was drawn and cannot be done any more is drawn anew, as it stands, with this sentence and a 409. */
export type ShowChanged = (sentence: string) => Promise<FastifyReply>;

export const CHANGED =
  'Somebody changed this request since you opened it. Nothing of yours was saved. This is how it stands now.';

/**
 * Ends an act on a request: to the page that shows it done, back to the form where an answer can be put right, or to the
 * request as it stands now where none can.
 */
export async function conclude<Result extends ActOutcome>(
  once: Once<Result>,
  next: {
    readonly pages: Pages;
    readonly request: FastifyRequest;
    readonly reply: FastifyReply;
    readonly saved: Notice;
    readonly to: string | ((result: Result) => string);
    readonly changed: ShowChanged;
    readonly again?: (errors: readonly FieldError[]) => Promise<FastifyReply>;
  },
): Promise<FastifyReply> {
  const result = resultOfForm(once);
  const outcome: ActOutcome = result;
  switch (outcome.kind) {
    case 'changed':
    case 'proposed':
      leaveNotice(next.request, next.saved);
      return next.pages.redirect(next.reply, typeof next.to === 'string' ? next.to : next.to(result));
    case 'not-found':
      throw notFound();
    case 'stale':
      return next.changed(CHANGED);
    case 'refused': {
      const { sentence, field } = REQUEST_REFUSALS[outcome.reason];
      return field === undefined || next.again === undefined
        ? next.changed(sentence)
        : next.again([{ field, message: sentence }]);
    }
  }
}
