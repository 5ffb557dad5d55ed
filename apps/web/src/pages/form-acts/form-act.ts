import type { Once } from '#libs/casework';
import { mayDo, type Act, type StaffActor } from '#libs/domain';
import { notFound, Problem } from '../../errors/problem';

const SENT_BEFORE =
  'This form was sent before with other answers, and those were saved. Nothing was saved this time.';

/** A form sent twice is answered as it was the first time. */
export function resultOfForm<Result>(once: Once<Result>): Result {
  switch (once.kind) {
    case 'done':
    case 'repeated':
      return once.result;
    case 'key-used-for-another-request':
      throw new Problem('conflict', { detail: SENT_BEFORE });
  }
}

/** A page that this role has no use for is not there for it. */
export function requireAct(actor: StaffActor, act: Act): void {
  if (!mayDo(actor, act)) throw notFound();
}
