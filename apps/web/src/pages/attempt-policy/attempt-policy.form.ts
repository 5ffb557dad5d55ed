import { ATTEMPT_POLICY, type AttemptPolicyBody } from '#libs/casework';
import type { AttemptPolicyLine } from '#libs/persistence';
import { readFields } from '../../request-reading/read-fields';
import { ENDING, endDraft, readCount, type DraftForm, type EndingRaw } from '../change-proposals/draft.form';
import { momentBlank } from '../typed-moments/typed-moment.page';
import { ATTEMPT_FORM } from './attempt-policy.copy';

export const COUNTS = ['attempts', 'workingDays', 'timesOfDay', 'mostPerDay', 'routesWanted'] as const;
type Count = (typeof COUNTS)[number];

export type AttemptPolicyRaw = EndingRaw & Readonly<Record<Count | 'evening', string>>;

export function attemptRawOf({ body }: AttemptPolicyLine): AttemptPolicyRaw {
  const counts = Object.fromEntries(COUNTS.map((name) => [name, String(body[name])])) as Record<
    Count,
    string
  >;
  return { ...counts, evening: body.eveningWanted ? 'yes' : 'no', reason: '', ...momentBlank('from') };
}

export function readAttemptPolicy(
  posted: unknown,
  base: AttemptPolicyLine,
  timezone: string,
): DraftForm<AttemptPolicyRaw> {
  const single = [...COUNTS, 'evening', ...ENDING, 'step'] as const;
  const { raw: all, errors: unclean, idempotencyKey } = readFields(posted, { single });
  const { step, ...raw } = all;
  const counts = COUNTS.map((name) => [name, readCount(raw[name], { least: 1, most: 100 })] as const);
  const errors = [
    ...unclean,
    ...counts.flatMap(([field, read]) =>
      read === undefined ? [{ field, message: ATTEMPT_FORM.numbers[field] }] : [],
    ),
    ...(raw.evening === 'yes' || raw.evening === 'no'
      ? []
      : [{ field: 'evening', message: ATTEMPT_FORM.choose }]),
  ];
  return endDraft({ raw, idempotencyKey, step, errors, timezone }, (ending) => ({
    kind: 'attempt-policy',
    subject: ATTEMPT_POLICY,
    basedOnVersion: base.version,
    body: {
      ...base.body,
      ...Object.fromEntries(counts),
      eveningWanted: raw.evening === 'yes',
    } as AttemptPolicyBody,
    ...ending,
  }));
}
