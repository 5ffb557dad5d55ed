import type { RollupDimension } from '../../reporting';
import { NOT_RECORDED } from '../../reporting';
import type { OffenceGroup, Source } from '../../referral';
import type { Weekday } from '../../time';

const SOURCES: Readonly<Record<Source, string>> = {
  police: 'The police',
  self: 'The person themselves',
  sarc: 'A sexual assault referral centre',
  'parent-or-carer': 'A parent or carer',
  'social-care': 'Social care',
  school: 'A school',
  health: 'A health service',
  'other-professional': 'Another professional',
};

const OFFENCES: Readonly<Record<OffenceGroup, string>> = {
  rape: 'Rape',
  'attempted-rape': 'Attempted rape',
  'assault-by-penetration': 'Assault by penetration',
  'sexual-assault': 'Sexual assault',
  'child-sexual-abuse-non-recent': 'Child sexual abuse, non-recent',
  'child-sexual-exploitation': 'Child sexual exploitation',
  'image-based': 'Online or image-based',
  grooming: 'Grooming',
  'exposure-or-voyeurism': 'Exposure or voyeurism',
  harassment: 'Harassment',
  'trafficking-or-exploitation': 'Trafficking or exploitation',
  'female-genital-mutilation': 'Female genital mutilation',
  other: 'Another sexual offence',
  unsure: 'Not sure',
};

const DAYS: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

const WORDS: Readonly<Partial<Record<RollupDimension, Readonly<Record<string, string>>>>> = {
  source: SOURCES,
  'offence-group': OFFENCES,
  weekday: DAYS,
};

/** What a code of a cut is called in every area; undefined of one that an area names. */
export function codeInWords(dimension: RollupDimension, code: string): string | undefined {
  return code === NOT_RECORDED ? 'Not recorded' : WORDS[dimension]?.[code];
}
