import type { NotFound, Once, Refused, Repeatable, Stale } from '#libs/casework';
import type { Act } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import type { RefusalCopy } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';
import { caseForm, type CaseForm, type RecordContext } from '../support/case-form';
import type { Question } from './field-kinds';

type Questions = Readonly<Record<string, Question<unknown>>>;
export type AnswersOf<Asked extends Questions> = {
  readonly [Name in keyof Asked]: Asked[Name] extends Question<infer Value> ? Value : never;
};

interface RecordFormParts<Asked extends Questions, Reason extends string, Context extends RecordContext> {
  readonly act: Act;
  readonly title: string;
  readonly intro: readonly string[];
  readonly warning?: string;
  readonly submit: string;
  readonly questions: Asked;
  readonly save: (
    context: Context,
    answers: AnswersOf<Asked>,
    sent: { readonly act: Repeatable; readonly revision: () => number },
  ) => Promise<Once<{ readonly kind: string } | NotFound | Stale | Refused<Reason>>>;
  readonly refusals: RefusalCopy<Reason>;
  readonly saved: { readonly title: string; readonly lines: readonly string[] };
}

/** A form about a record of a case, made of its questions alone. */
export function recordForm<
  Asked extends Questions,
  Reason extends string,
  Context extends RecordContext = RecordContext,
>(parts: RecordFormParts<Asked, Reason, Context>): CaseForm<Context> {
  const { act, title, intro, warning, submit, questions, save, refusals, saved } = parts;
  const asked = Object.entries(questions);
  const names = ['revision', ...asked.flatMap(([name, question]) => question.names(name))];
  return caseForm<Readonly<Record<string, string>>, Ready<Asked>, Reason, Context>({
    act,
    blank: (context) => ({
      revision: '',
      ...Object.assign({}, ...asked.map(([name, question]) => question.blank(name, context))),
    }),
    read: (body, context) => {
      const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: names });
      const answers: Record<string, unknown> = {};
      const errors: FieldError[] = [...unclean];
      for (const [name, question] of asked) {
        const found = question.read(name, raw, context);
        if ('value' in found) answers[name] = found.value;
        else errors.push(...found.errors);
      }
      if (errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
      const input = {
        answers: answers as AnswersOf<Asked>,
        revision: () => readRevision(raw['revision'] ?? ''),
      };
      return { kind: 'valid', raw, idempotencyKey, input };
    },
    view: ({ raw, errors }, context) => ({
      title,
      intro,
      warning,
      submit,
      fields: asked.map(([name, question]) => question.view(name, { raw, errors, context })),
    }),
    save: (context, { answers, revision }, repeatable) =>
      save(context, answers, { act: repeatable, revision }),
    refusals,
    saved,
  });
}

interface Ready<Asked extends Questions> {
  readonly answers: AnswersOf<Asked>;
  readonly revision: () => number;
}
