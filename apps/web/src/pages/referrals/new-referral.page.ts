import {
  AGREEMENTS,
  DANGERS,
  LANGUAGE_NEEDS,
  OFFENCE_GROUPS,
  RELATIONSHIPS,
  SAFE_TIMES,
  SUSPECT_ACCESS,
  WHEN_BANDS,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import { momentView } from '../typed-moments/typed-moment.page';
import { NEW_REFERRAL, REPORTED } from './new-referral.copy';
import type { NewReferralRaw } from './new-referral.form';
import * as words from './referral-codes.copy';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export function newReferralPage(options: {
  raw: NewReferralRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
  districts: readonly { readonly code: string; readonly name: string }[];
}) {
  const { raw, errors, idempotencyKey, districts } = options;
  return {
    ...NEW_REFERRAL,
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
    reported: momentView('reported', { ...REPORTED, raw, errors }),
    choices: {
      districts: districts.map(({ code, name }) => ({ value: code, text: name })),
      permissions: choicesOf(['yes', 'no', 'unknown'] as const, words.PERMISSION_WORDS),
      safeTimes: choicesOf(SAFE_TIMES, words.SAFE_TIME_WORDS),
      languages: choicesOf(LANGUAGE_NEEDS, words.LANGUAGE_WORDS),
      agreements: choicesOf(AGREEMENTS, words.AGREEMENT_WORDS),
      dangers: choicesOf(DANGERS, words.DANGER_WORDS),
      suspectAccess: choicesOf(SUSPECT_ACCESS, words.SUSPECT_ACCESS_WORDS),
      offences: choicesOf(OFFENCE_GROUPS, words.OFFENCE_WORDS),
      when: choicesOf(WHEN_BANDS, words.WHEN_WORDS),
      relationships: choicesOf(RELATIONSHIPS, words.RELATIONSHIP_WORDS),
    },
  };
}

function choicesOf<Code extends string>(
  codes: readonly Code[],
  named: Readonly<Record<Code, string>>,
): readonly Choice[] {
  return codes.map((value) => ({ value, text: named[value] }));
}
