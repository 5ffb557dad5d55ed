import { districtsOn, type AreaPack } from '#libs/config';
import {
  AGREEMENTS,
  DANGERS,
  LANGUAGE_NEEDS,
  OFFENCE_GROUPS,
  RELATIONSHIPS,
  SAFE_TIMES,
  SUSPECT_ACCESS,
  WHEN_BANDS,
  WORKPLACES,
  localDate,
  type Instant,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { ALTERNATIVE_CHOICES, ASK_AGAIN, LATE_REASON_WORDS, REPORTED, WORKS_FOR } from '../drafts/step.copy';
import { wrongFields } from '../form-acts/wrong-fields';
import * as words from '../referrals/referral-codes.copy';
import { momentView } from '../typed-moments/typed-moment.page';
import { DOOR_PAGE, DOORS_PAGE, NUMBER_OWNERS, RECEIVED, WHO_LEGENDS, type DoorLine } from './door.copy';
import type { DoorRaw } from './door.form';
import { childPrompts } from './door-prompts';
import type { Door } from './doors';

export function doorsPage(doors: readonly Door[], pathways: readonly (DoorLine & { key: string })[]) {
  return {
    ...DOORS_PAGE,
    doors: [
      ...doors.map(({ key, words: { name, hint } }) => ({ href: `/referrals/doors/${key}`, name, hint })),
      ...pathways.map(({ key, name, hint }) => ({ href: `/referrals/pathways/${key}`, name, hint })),
    ],
  };
}

export function doorPage(options: {
  door: Door;
  raw: DoorRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
  pack: AreaPack;
  manyDoors: boolean;
  /** Said when the search before chose somebody whom we know. */
  sameAs: string | null;
  mayCountDeclined: boolean;
  now: Instant;
}) {
  const { door, raw, errors, idempotencyKey, pack, manyDoors, sameAs, mayCountDeclined, now } = options;
  const police = door.clock === 'reported';
  const wrong = wrongFields(errors);
  const asked = [
    'district',
    'fullName',
    'sayIfOtherAnswers',
    'codeWord',
    'whose',
    'offenceGroup',
    'whenBand',
  ];
  return {
    ...DOOR_PAGE,
    ...door.words,
    door,
    action: `/referrals/doors/${door.key}`,
    backHref: manyDoors ? '/referrals/doors' : '/referrals',
    backText: manyDoors ? DOOR_PAGE.back : 'My referrals',
    declinedHref: mayCountDeclined ? '/declined-offers/new' : null,
    anonymous: door.source === 'sarc' ? DOOR_PAGE.anonymous : null,
    sameAs,
    raw,
    errors,
    wrong,
    idempotencyKey,
    prompts: childPrompts(door, pack.sarcLine),
    who: door.asksWho === null ? null : WHO_LEGENDS[door.asksWho],
    worksFor: WORKS_FOR,
    asksPhone: door.asksWho !== 'officer',
    started: momentView('started', { ...(police ? REPORTED : RECEIVED), raw, errors }),
    askAgain: momentView('askAgain', { ...ASK_AGAIN, raw, errors }),
    late: wrong['lateReason'] !== undefined || raw.lateReason !== '',
    moreOpen: asked.some((name) => wrong[name] !== undefined),
    choices: choicesOf(pack, now),
  };
}

function choicesOf({ districts, serviceName, timezone }: AreaPack, now: Instant) {
  return {
    districts: districtsOn(districts, localDate(now, timezone)).map(({ code, name }) => ({
      value: code,
      text: name,
    })),
    languages: listed(LANGUAGE_NEEDS, words.LANGUAGE_WORDS),
    workplaces: listed(WORKPLACES, words.workplaceWords(serviceName)),
    also: [
      { value: 'text', text: 'A text' },
      { value: 'voicemail', text: 'A voicemail' },
    ],
    owners: NUMBER_OWNERS,
    safeTimes: listed(SAFE_TIMES, words.SAFE_TIME_WORDS),
    alternatives: ALTERNATIVE_CHOICES,
    agreements: listed(AGREEMENTS, words.AGREEMENT_WORDS),
    dangers: listed(DANGERS, words.DANGER_WORDS),
    suspectAccess: listed(SUSPECT_ACCESS, words.SUSPECT_ACCESS_WORDS),
    offences: listed(OFFENCE_GROUPS, words.OFFENCE_WORDS),
    when: listed(WHEN_BANDS, words.WHEN_WORDS),
    relationships: listed(RELATIONSHIPS, words.RELATIONSHIP_WORDS),
    lateReasons: Object.entries(LATE_REASON_WORDS).map(([value, text]) => ({ value, text })),
  };
}

function listed<Code extends string>(codes: readonly Code[], named: Readonly<Record<Code, string>>) {
  return codes.map((value) => ({ value, text: named[value] }));
}
