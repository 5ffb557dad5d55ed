import type { PersonId, ReferralId, ReportId, Route } from '#libs/domain';
import type { Sealable, SealedRecord, SubjectVault } from '../ports';
import type { ReferralInput } from './referral-input';

/** Everything of a referral that names the person, sealed record by record. */
export function sealIntake(options: {
  sealer: SubjectVault;
  personId: PersonId;
  reportId: ReportId;
  referralId: ReferralId;
  input: ReferralInput;
  routes: readonly Route[];
}): readonly SealedRecord[] {
  const { sealer, personId, reportId, referralId, input, routes } = options;
  const identity = {
    nameToAskFor: input.nameToAskFor,
    fullName: input.fullName,
    bornOn: input.age.kind === 'born' ? input.age.bornOn : null,
  };
  const words = { sayIfOtherAnswers: input.sayIfOtherAnswers, codeWord: input.codeWord };
  const place = <Kind extends SealedRecord['kind']>(recordId: string, kind: Kind) => ({ recordId, kind });
  const records: SealedRecord[] = [
    { ...place(personId, 'identity'), sealed: sealer.seal(place(personId, 'identity'), identity) },
    {
      ...place(personId, 'safe-contact-words'),
      sealed: sealer.seal(place(personId, 'safe-contact-words'), words),
    },
  ];
  for (const { id } of routes) {
    if (input.route === null) continue;
    const value = { value: input.route.value, whose: input.route.whose };
    records.push({ ...place(id, 'contact-route'), sealed: sealer.seal(place(id, 'contact-route'), value) });
  }
  if (input.crimeReference !== null) {
    const reference = { reference: input.crimeReference };
    records.push({
      ...place(reportId, 'crime-reference'),
      sealed: sealer.seal(place(reportId, 'crime-reference'), reference),
    });
  }
  const referrer = referrerOf(input);
  if (referrer !== null) {
    const at = place(referralId, 'referrer');
    records.push({ ...at, sealed: sealer.seal(at, referrer) });
  }
  return records;
}

function referrerOf({ phonedBy, referrer }: ReferralInput): Sealable['referrer'] | null {
  if (phonedBy !== null) return { ...phonedBy, organisation: null, phone: null };
  return referrer === null ? null : { ...referrer, unit: null };
}
