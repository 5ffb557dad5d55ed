import { AGE_BANDS, type AgeBand } from '../referral/age-band';

/** Where rights change (law.md §7). */
export const AGE_STAGES = ['under-13', '13-15', '16-17', 'adult'] as const;
export type AgeStage = (typeof AGE_STAGES)[number];

export interface AgeRules {
  readonly stage: AgeStage;
  /** Whether child protection is told: always under 13; asked anew at every turn under 16; on cause until 18. */
  readonly childProtection: 'always' | 'ask-every-time' | 'on-cause' | 'none';
  /** How the sexual assault referral centre is reached. */
  readonly sarcRoute: 'police-or-social-care' | 'with-consent';
  /** Whose agreement counts. */
  readonly ownDecision: 'not-alone' | 'once-assessed' | 'presumed';
  /** A parent may be the suspect's partner, or the suspect: never a contact by default while the person is a child. */
  readonly parentContact: 'only-when-marked-safe' | 'only-if-they-ask';
  /** Enhanced Rights under the Victims' Code by age alone; a sexual offence gives them at any age. */
  readonly enhancedByAge: boolean;
}

/**
 * What each age means for those who work with the person. Sources: Sexual Offences Act 2003 ss.5–8 (under 13 nobody
 * can agree to any sexual act) and the procedures that make a child-protection referral of every such case; Gillick
 * [1985] for 13 to 15; Family Law Reform Act 1969 s.8 and Mental Capacity Act 2005 s.1 from 16; Children Act 1989
 * s.105 (a child until 18); the centres' own rule for under-13s, read as the 13th birthday (to be confirmed).
 */
const RULES: Readonly<Record<AgeStage, Omit<AgeRules, 'stage'>>> = {
  'under-13': {
    childProtection: 'always',
    sarcRoute: 'police-or-social-care',
    ownDecision: 'not-alone',
    parentContact: 'only-when-marked-safe',
    enhancedByAge: true,
  },
  '13-15': {
    childProtection: 'ask-every-time',
    sarcRoute: 'with-consent',
    ownDecision: 'once-assessed',
    parentContact: 'only-when-marked-safe',
    enhancedByAge: true,
  },
  '16-17': {
    childProtection: 'on-cause',
    sarcRoute: 'with-consent',
    ownDecision: 'presumed',
    parentContact: 'only-when-marked-safe',
    enhancedByAge: true,
  },
  adult: {
    childProtection: 'none',
    sarcRoute: 'with-consent',
    ownDecision: 'presumed',
    parentContact: 'only-if-they-ask',
    enhancedByAge: false,
  },
};

export function stageOf(band: AgeBand): AgeStage {
  return AGE_BANDS.indexOf(band) < AGE_BANDS.indexOf('18-24') ? (band as AgeStage) : 'adult';
}

/** The later of two bands. */
export function olderBand(a: AgeBand, b: AgeBand): AgeBand {
  return AGE_BANDS.indexOf(a) < AGE_BANDS.indexOf(b) ? b : a;
}

/** The rules for somebody of this band; ask with the youngest age that they can have (`youngestOn`). */
export function ageRules(band: AgeBand): AgeRules {
  const stage = stageOf(band);
  return { stage, ...RULES[stage] };
}

export function isChild(band: AgeBand): boolean {
  return stageOf(band) !== 'adult';
}
