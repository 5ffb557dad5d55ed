import type { PersonId, UserId } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { isCleanText, withoutUncleanText } from '../../request-reading/clean-text';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { ACCESS } from './audit.copy';

export interface AuditQuery {
  /** What was typed, for drawing the form again. */
  readonly raw: { readonly reference: string; readonly user: string; readonly person: string };
  readonly reference: string | null;
  readonly userId: UserId | null;
  readonly personId: PersonId | null;
  readonly errors: readonly FieldError[];
}

const REFERENCE = /^[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/;

/** References are read as people type them: small letters and spaces around are no mistake. */
export function readAuditQuery(given: {
  readonly reference?: unknown;
  readonly user?: unknown;
  readonly person?: unknown;
}): AuditQuery {
  const raw = { reference: typed(given.reference), user: typed(given.user), person: typed(given.person) };
  const reference = raw.reference.trim().toUpperCase();
  const user = raw.user.trim().toLowerCase();
  const person = raw.person.trim().toLowerCase();
  const badReference = isNoText(given.reference) || (reference !== '' && !REFERENCE.test(reference));
  const badPerson = isNoText(given.person) || (person !== '' && !isSafeId(person));
  const badUser = isNoText(given.user) || (user !== '' && !isSafeId(user));
  return {
    raw,
    reference: reference === '' || badReference ? null : reference,
    userId: user === '' || badUser ? null : (user as UserId),
    personId: person === '' || badPerson ? null : (person as PersonId),
    errors: [
      ...(badReference ? [{ field: 'reference', message: ACCESS.referenceError }] : []),
      ...(badUser ? [{ field: 'user', message: ACCESS.userError }] : []),
      ...(badPerson ? [{ field: 'person', message: ACCESS.personError }] : []),
    ],
  };
}

function typed(value: unknown): string {
  return typeof value === 'string' ? withoutUncleanText(value).slice(0, 200) : '';
}

/** Sent more than once, or with characters nobody can have meant. */
function isNoText(value: unknown): boolean {
  return value !== undefined && (typeof value !== 'string' || !isCleanText(value));
}
