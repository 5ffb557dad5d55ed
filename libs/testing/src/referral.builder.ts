import type { ReferralInput } from '#libs/casework';
import { instant, type Instant } from '#libs/domain';

/** A valid police referral of an invented person; each test states only what matters to it. */
export class ReferralBuilder {
  private constructor(private readonly input: ReferralInput) {}

  static valid(): ReferralBuilder {
    return new ReferralBuilder({
      source: 'police',
      reportedAt: instant('2026-03-02T10:00:00Z'),
      agreement: 'agreed',
      dangers: [],
      district: 'E07000066',
      nameToAskFor: 'Sample Person Quill',
      fullName: null,
      age: { kind: 'years', years: 31 },
      languageNeed: 'none',
      route: {
        kind: 'mobile',
        value: '+447700900123',
        whose: null,
        call: 'yes',
        text: 'no',
        voicemail: 'no',
      },
      safeTimes: [],
      sayIfOtherAnswers: 'Say it is about the library survey',
      codeWord: 'lantern',
      offenceGroup: 'rape',
      whenBand: 'within-7-days',
      relationship: 'acquaintance',
      suspectAccess: [],
      crimeReference: 'ZZ/000000/26',
    });
  }

  reportedAt(at: Instant): ReferralBuilder {
    return this.with({ reportedAt: at });
  }

  inDanger(): ReferralBuilder {
    return this.with({ dangers: ['danger-now'] });
  }

  withoutNumber(): ReferralBuilder {
    return this.with({ route: null });
  }

  with(change: Partial<ReferralInput>): ReferralBuilder {
    return new ReferralBuilder({ ...this.input, ...change });
  }

  build(): ReferralInput {
    return this.input;
  }
}

export function aReferral(): ReferralBuilder {
  return ReferralBuilder.valid();
}
