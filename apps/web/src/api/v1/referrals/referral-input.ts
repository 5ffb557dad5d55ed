import type { ReferralInput, ToldAge } from '#libs/casework';
import { instant } from '#libs/domain';
import { invalidInput } from '../../../errors/problem';
import type { RouteBody } from '../safe-contact/phone-route.dto';
import type { SubmitReferralBody } from './submit-referral.dto';

/** A checked body as the use case takes it: what was left out is unknown, and unknown is never a yes. */
export function referralInputOf(body: SubmitReferralBody): ReferralInput {
  return {
    ...startOf(body),
    agreement: body.agreement ?? 'not-asked-yet',
    worksFor: body.worksFor ?? null,
    dangers: body.dangers ?? [],
    district: body.district ?? null,
    nameToAskFor: textOf(body.nameToAskFor),
    fullName: maybeTextOf(body.fullName),
    age: ageOf(body),
    languageNeed: body.languageNeed ?? 'none',
    route: body.route === null ? null : routeOf(body.route),
    alternative: alternativeOf(body),
    safeTimes: body.safeTimes ?? [],
    sayIfOtherAnswers: maybeTextOf(body.sayIfOtherAnswers),
    codeWord: maybeTextOf(body.codeWord),
    offenceGroup: body.offenceGroup ?? 'unsure',
    whenBand: body.whenBand ?? 'unknown',
    relationship: body.relationship ?? 'unknown',
    suspectAccess: body.suspectAccess ?? [],
    crimeReference: maybeTextOf(body.crimeReference),
    phonedBy: null,
    referrer: referrerOf(body),
  };
}

/** An age as it was told: in years or by the day, and never both. */
export function ageOf({ ageInYears, bornOn }: Pick<SubmitReferralBody, 'ageInYears' | 'bornOn'>): ToldAge {
  if (ageInYears !== undefined && bornOn === undefined) return { kind: 'years', years: ageInYears };
  if (bornOn !== undefined && ageInYears === undefined) return { kind: 'born', bornOn };
  const message =
    bornOn === undefined
      ? 'Give an age in years, known or estimated, or a date of birth as bornOn'
      : 'Give ageInYears or bornOn, not both';
  throw invalidInput([{ field: 'ageInYears', message }]);
}

/** The clock of a police referral starts at the report; that of any other when we receive it. */
function startOf({ source, reportedAt, receivedAt, lateReason }: SubmitReferralBody) {
  return {
    source: source ?? 'police',
    receivedVia: 'api',
    reportedAt: reportedAt === undefined ? null : instant(reportedAt),
    receivedAt: receivedAt === undefined ? null : instant(receivedAt),
    lateReason: lateReason ?? null,
  } as const;
}

function alternativeOf({ alternative }: SubmitReferralBody): ReferralInput['alternative'] {
  if (alternative === undefined) return null;
  const { kind, by } = alternative;
  return { kind, by: by === undefined ? null : instant(by) };
}

function referrerOf({ referrer }: SubmitReferralBody): ReferralInput['referrer'] {
  if (referrer === undefined) return null;
  const { name, organisation, phone } = referrer;
  return { name: textOf(name), organisation: maybeTextOf(organisation), phone: phone ?? null };
}

/** A checked route as the use cases take it: what was not said is unknown. */
export function routeOf({
  kind,
  number,
  whose,
  call,
  text,
  voicemail,
}: RouteBody): NonNullable<ReferralInput['route']> {
  return {
    kind,
    value: number,
    whose: maybeTextOf(whose),
    call: call ?? 'unknown',
    text: text ?? 'unknown',
    voicemail: voicemail ?? 'unknown',
    email: 'unknown',
  };
}

/** One way to write each letter, so that the same name is the same text. */
export function textOf(text: string): string {
  return text.normalize('NFC').trim();
}

export function maybeTextOf(text: string | undefined): string | null {
  return text === undefined ? null : textOf(text);
}
