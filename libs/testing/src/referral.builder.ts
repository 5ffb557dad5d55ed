import type { ReferralInput } from '#libs/casework';
import { defaultArea, loadAreaPack } from '#libs/config';
import { instant, type Instant, type Source } from '#libs/domain';

/** A district that there is where tests run. */
const DISTRICT = loadAreaPack(defaultArea()).districts[0]?.code ?? null;

/** A valid police referral of an invented person; each test states only what matters to it. */
export class ReferralBuilder {
  private constructor(private readonly input: ReferralInput) {}

  static valid(): ReferralBuilder {
    return new ReferralBuilder({
      source: 'police',
      receivedVia: 'form',
      reportedAt: instant('2026-03-02T10:00:00Z'),
      receivedAt: null,
      lateReason: null,
      agreement: 'agreed',
      dangers: [],
      district: DISTRICT,
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
        email: 'unknown',
      },
      alternative: null,
      safeTimes: [],
      sayIfOtherAnswers: 'Say it is about the library survey',
      codeWord: 'lantern',
      offenceGroup: 'rape',
      whenBand: 'within-7-days',
      relationship: 'acquaintance',
      suspectAccess: [],
      crimeReference: 'ZZ/000000/26',
      phonedBy: null,
      referrer: null,
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

  /** From another door than the police; received now unless a time is given. */
  from(source: Exclude<Source, 'police'>, receivedAt: Instant | null = null): ReferralBuilder {
    return this.with({ source, receivedAt, reportedAt: null, crimeReference: null });
  }

  with(change: Partial<ReferralInput>): ReferralBuilder {
    const input = { ...this.input, ...change };
    return new ReferralBuilder({ ...input, alternative: change.alternative ?? standInFor(input) });
  }

  build(): ReferralInput {
    return this.input;
  }
}

/** Without a safe route a referral says what stands in for it. */
function standInFor({ route, alternative }: ReferralInput): ReferralInput['alternative'] {
  return route === null ? (alternative ?? { kind: 'third-party', by: null }) : alternative;
}

export function aReferral(): ReferralBuilder {
  return ReferralBuilder.valid();
}
