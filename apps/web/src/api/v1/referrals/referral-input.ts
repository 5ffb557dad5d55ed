import type { ReferralInput } from '#libs/casework';
import { instant } from '#libs/domain';
import { invalidInput } from '../../../errors/problem';
import type { RouteBody, SubmitReferralBody } from './submit-referral.dto';

/** A checked body as the use case takes it: what was left out is unknown, and unknown is never a yes. */
export function referralInputOf(body: SubmitReferralBody): ReferralInput {
  return {
    source: 'police',
    reportedAt: instant(body.reportedAt),
    agreement: body.agreement ?? 'not-asked-yet',
    dangers: body.dangers ?? [],
    district: body.district,
    nameToAskFor: textOf(body.nameToAskFor),
    fullName: maybeTextOf(body.fullName),
    age: ageOf(body),
    languageNeed: body.languageNeed ?? 'none',
    route: body.route === null ? null : routeOf(body.route),
    safeTimes: body.safeTimes ?? [],
    sayIfOtherAnswers: maybeTextOf(body.sayIfOtherAnswers),
    codeWord: maybeTextOf(body.codeWord),
    offenceGroup: body.offenceGroup ?? 'unsure',
    whenBand: body.whenBand ?? 'unknown',
    relationship: body.relationship ?? 'unknown',
    suspectAccess: body.suspectAccess ?? [],
    crimeReference: maybeTextOf(body.crimeReference),
  };
}

function ageOf({ ageInYears, bornOn }: SubmitReferralBody): ReferralInput['age'] {
  if (ageInYears !== undefined && bornOn === undefined) return { kind: 'years', years: ageInYears };
  if (bornOn !== undefined && ageInYears === undefined) return { kind: 'born', bornOn };
  const message =
    bornOn === undefined
      ? 'Give an age in years, known or estimated, or a date of birth as bornOn'
      : 'Give ageInYears or bornOn, not both';
  throw invalidInput([{ field: 'ageInYears', message }]);
}

function routeOf({
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
  };
}

/** One way to write each letter, so that the same name is the same text. */
function textOf(text: string): string {
  return text.normalize('NFC').trim();
}

function maybeTextOf(text: string | undefined): string | null {
  return text === undefined ? null : textOf(text);
}
