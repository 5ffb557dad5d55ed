import type { Once, Repeatable, RequestAct } from '#libs/casework';
import type { Act, StaffActor } from '#libs/domain';
import { badRequest } from '../../errors/problem';
import type { Notice } from '../notices/notice';
import type { ChoicePage } from './choice-forms';
import type { ActOutcome } from './conclude';

/** One question about a request, and what its answer does. */
export interface Asked {
  readonly act: Act;
  readonly form: ChoicePage<string>;
  readonly saved: Notice;
  readonly execute: (
    actor: StaffActor,
    input: RequestAct,
    answer: { readonly choice: string; readonly once: Repeatable },
  ) => Promise<Once<ActOutcome>>;
}

/** A question whose answers are codes of one list; an answer that is none of them was not sent by its page. */
export function asked<Code extends string>(one: {
  readonly act: Act;
  readonly form: ChoicePage<Code>;
  readonly saved: Notice;
  readonly execute: (
    actor: StaffActor,
    input: RequestAct,
    answer: { readonly code: Code; readonly once: Repeatable },
  ) => Promise<Once<ActOutcome>>;
}): Asked {
  const { form, execute } = one;
  return {
    ...one,
    execute: (actor, input, { choice, once }) => {
      const code = form.codes.find((known) => known === choice);
      if (code === undefined) throw badRequest('The form has an answer that its page does not give.');
      return execute(actor, input, { code, once });
    },
  };
}
