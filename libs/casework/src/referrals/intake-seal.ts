import type { PersonId, ReportId, Route } from '#libs/domain';
import type { SealedRecord, SubjectVault } from '../ports';
import type { ReferralInput } from './referral-input';

/** Everything of a referral that names the person, sealed record by record. */
export function sealIntake(options: {
  sealer: SubjectVault;
  personId: PersonId;
  reportId: ReportId;
  input: ReferralInput;
  routes: readonly Route[];
}): readonly SealedRecord[] {
  const { sealer, personId, reportId, input, routes } = options;
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
  return records;
}
