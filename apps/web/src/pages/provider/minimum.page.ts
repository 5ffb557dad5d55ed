import { isLanguageTag, type RequestMinimum } from '#libs/domain';
import { AGE_WORDS } from '../cases/case.copy';
import { ACCESS_WORDS, CHANNEL_WORDS, LANGUAGE_LINES, MINIMUM, NEED_WORDS } from './minimum.copy';

export type DistrictName = (code: string) => string;

/** What a service sees before it says yes, as lines of a list: codes in words and no way to reach anybody. */
export function minimumFacts(
  minimum: RequestMinimum,
  districtName: DistrictName,
): readonly (readonly [string, string])[] {
  const { ageBand, district, needs, languages, access, safeContact } = minimum;
  return [
    [MINIMUM.age, AGE_WORDS[ageBand]],
    [MINIMUM.area, district === null ? MINIMUM.areaUnknown : districtName(district)],
    [MINIMUM.needs, listed(needs, NEED_WORDS, MINIMUM.noNeeds)],
    [
      MINIMUM.languages,
      languages.length === 0 ? MINIMUM.noLanguages : languages.map(languageLine).join(', '),
    ],
    [MINIMUM.access, listed(access, ACCESS_WORDS, MINIMUM.noAccess)],
    [MINIMUM.safeContact, safeWays(safeContact)],
  ];
}

/** The channels on which the person may be reached safely, as far as anybody may tell the service. */
export function safeWays(channels: readonly string[]): string {
  return listed(channels, CHANNEL_WORDS, MINIMUM.noSafeContact);
}

const NAMES = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'code' });

/** What helps to talk: one of our own words, or a language by its BCP 47 tag. */
function languageLine(code: string): string {
  const own = LANGUAGE_LINES[code];
  return own ?? (isLanguageTag(code) ? (NAMES.of(code) ?? code) : code);
}

function listed(codes: readonly string[], words: Readonly<Record<string, string>>, none: string): string {
  return codes.length === 0 ? none : codes.map((code) => words[code] ?? code).join(', ');
}
