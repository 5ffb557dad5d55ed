import type { Once } from '#libs/casework';
import { Problem } from '../../../errors/problem';

/** A repeated request is answered as it was the first time; a key that came with another request is refused. */
export function resultOf<Result>(once: Once<Result>): Result {
  switch (once.kind) {
    case 'done':
    case 'repeated':
      return once.result;
    case 'key-used-for-another-request':
      throw new Problem('key-reused', {
        errors: [{ field: 'Idempotency-Key', message: 'Use a new key for a new request' }],
      });
  }
}
