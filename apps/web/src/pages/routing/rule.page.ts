import {
  ACCESS_CODES,
  ASK_REASONS,
  DECIDING_ROLES,
  FORENSIC_ACTS,
  labelOf,
  RULE_PROMPTS,
  RULE_REJECTIONS,
  SUPPORT_KINDS,
  WANTED_SPACES,
  WANTED_WORKERS,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { ACCESS_WORDS } from '../directory/words.copy';
import { wrongFields } from '../form-acts/wrong-fields';
import type { RoutingNames } from './routing-names';
import { RULE_FORM } from './rule.copy';
import {
  ACT_WORDS,
  ASK_REASON_WORDS,
  PROMPT_WORDS,
  ROLE_WORDS,
  RULE_REJECTION_WORDS,
  SPACE_WORDS,
  WORKER_WORDS,
} from './routing-words.copy';
import { EITHER, type RuleRaw } from './rule.form';

interface Item {
  readonly value: string;
  readonly text: string;
}

/** The form of one rule of a draft. */
export function rulePage(
  drawn: { readonly raw: RuleRaw; readonly errors: readonly FieldError[]; readonly idempotencyKey?: string },
  {
    names,
    draftHref,
    action,
    isNew,
  }: { names: RoutingNames; draftHref: string; action: string; isNew: boolean },
) {
  const yesNo = [
    { value: EITHER, text: RULE_FORM.either },
    { value: 'yes', text: RULE_FORM.yes },
    { value: 'no', text: RULE_FORM.no },
  ];
  return {
    ...drawn,
    copy: RULE_FORM,
    heading: isNew ? RULE_FORM.addTitle : RULE_FORM.changeTitle,
    backHref: draftHref,
    action,
    wrong: wrongFields(drawn.errors),
    yesNo,
    districtItems: names.districts.map(({ code, name }) => ({ value: code, text: name })),
    actItems: items(
      FORENSIC_ACTS.filter((act) => act !== 'unknown'),
      ACT_WORDS,
    ),
    forensicItems: [{ value: EITHER, text: RULE_FORM.either }, ...entries(RULE_FORM.forensicItems)],
    wantedItems: SUPPORT_KINDS.map((kind) => ({ value: kind, text: labelOf(names.labels, kind).name })),
    workerItems: items(WANTED_WORKERS, WORKER_WORDS),
    spaceItems: [{ value: EITHER, text: RULE_FORM.either }, ...items(WANTED_SPACES, SPACE_WORDS)],
    accessItems: items(ACCESS_CODES, ACCESS_WORDS),
    effectItems: entries(RULE_FORM.effectItems),
    supportItems: [
      choose(),
      ...SUPPORT_KINDS.map((kind) => ({ value: kind, text: labelOf(names.labels, kind).name })),
    ],
    serviceItems: names.services
      .filter(({ state }) => state === 'open')
      .map(({ id, name, kind }) => ({
        value: id,
        text: name,
        hint: { text: labelOf(names.labels, kind).name },
      })),
    rejectItems: [choose(), ...items(RULE_REJECTIONS, capitalised(RULE_REJECTION_WORDS))],
    roleItems: [choose(), ...items(DECIDING_ROLES, capitalised(ROLE_WORDS))],
    askItems: [choose(), ...items(ASK_REASONS, capitalised(ASK_REASON_WORDS))],
    promptItems: [choose(), ...items(RULE_PROMPTS, PROMPT_WORDS)],
  };
}

function choose(): Item {
  return { value: '', text: RULE_FORM.none };
}

function items<Code extends string>(
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
): readonly Item[] {
  return codes.map((value) => ({ value, text: words[value] }));
}

function entries(words: Readonly<Record<string, string>>): readonly Item[] {
  return Object.entries(words).map(([value, text]) => ({ value, text }));
}

function capitalised<Code extends string>(
  words: Readonly<Record<Code, string>>,
): Readonly<Record<Code, string>> {
  return Object.fromEntries(
    Object.entries<string>(words).map(([code, text]) => [
      code,
      `${text.charAt(0).toUpperCase()}${text.slice(1)}`,
    ]),
  ) as Record<Code, string>;
}
