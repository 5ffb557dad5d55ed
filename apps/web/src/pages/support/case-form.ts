import type { NotFound, Once, Refused, Repeatable, Stale } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import type { Act, AgencyId, CaseId, Instant, StaffActor } from '#libs/domain';
import type { CaseSummary } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import type { RefusalCopy } from '../../errors/refusal';
import { whatToPutRight } from '../../errors/refusal';
import { resultOfForm } from '../form-acts/form-act';
import type { FormView } from './form-fields';

/** Whose form it is, of which case, and what of the area and the moment it needs. */
export interface RecordContext {
  readonly actor: StaffActor;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly now: Instant;
  readonly timezone: string;
  readonly pack: AreaPack;
}

/** As `RecordContext`, for the forms that the desk alone has. */
export interface FormContext extends RecordContext {
  readonly summary: CaseSummary;
  readonly police: readonly { readonly id: AgencyId; readonly name: string }[];
}

interface Asked<Raw> {
  readonly raw: Raw;
  readonly errors: readonly FieldError[];
}

type Read<Raw, Input> = { readonly raw: Raw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Input }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export interface CaseFormParts<
  Raw extends object,
  Input,
  Reason extends string,
  Context extends RecordContext,
> {
  readonly act: Act;
  readonly blank: (context: Context) => Raw;
  readonly read: (body: unknown, context: Context) => Read<Raw, Input>;
  readonly view: (asked: Asked<Raw>, context: Context) => FormView;
  readonly save: (
    context: Context,
    input: Input,
    act: Repeatable,
  ) => Promise<Once<{ readonly kind: string } | NotFound | Stale | Refused<Reason>>>;
  readonly refusals: RefusalCopy<Reason>;
  readonly saved: { readonly title: string; readonly lines: readonly string[] };
}

export type FormSent =
  | { readonly kind: 'saved' }
  | { readonly kind: 'not-found' | 'stale' }
  | {
      readonly kind: 'again';
      readonly view: FormView;
      readonly errors: readonly FieldError[];
      readonly idempotencyKey: string;
    };

/** A form about a case: drawn, read and saved, whatever it asks. */
export interface CaseForm<Context extends RecordContext = RecordContext> {
  readonly act: Act;
  readonly saved: { readonly title: string; readonly lines: readonly string[] };
  open(context: Context): FormView;
  send(
    context: Context,
    body: unknown,
    repeatable: (key: string, content: object) => Repeatable,
  ): Promise<FormSent>;
}

/** One form with its own answers; outside of it every form is alike. */
export function caseForm<
  Raw extends object,
  Input,
  Reason extends string,
  Context extends RecordContext = FormContext,
>(parts: CaseFormParts<Raw, Input, Reason, Context>): CaseForm<Context> {
  const { act, saved, blank, read, view, save, refusals } = parts;
  return {
    act,
    saved,
    open: (context) => view({ raw: blank(context), errors: [] }, context),
    send: async (context, body, repeatable) => {
      const form = read(body, context);
      const { raw, idempotencyKey } = form;
      const again = (errors: readonly FieldError[]): FormSent => ({
        kind: 'again',
        view: view({ raw, errors }, context),
        errors,
        idempotencyKey,
      });
      if (form.kind === 'invalid') return again(form.errors);
      const outcome = resultOfForm(await save(context, form.input, repeatable(idempotencyKey, raw)));
      if (outcome.kind === 'not-found' || outcome.kind === 'stale') return { kind: outcome.kind };
      if (isRefused<Reason>(outcome)) return again(whatToPutRight(outcome, refusals));
      return { kind: 'saved' };
    },
  };
}

function isRefused<Reason extends string>(outcome: { readonly kind: string }): outcome is Refused<Reason> {
  return outcome.kind === 'refused';
}
