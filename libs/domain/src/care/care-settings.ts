/** The three measures that the area reports, each scored by the person; no questionnaire of anybody else's. */
export const OUTCOME_MEASURES = ['able-to-cope', 'able-to-say-needs', 'feels-safer'] as const;
export type OutcomeMeasure = (typeof OUTCOME_MEASURES)[number];

/** How support is kept up here, as one version: an area's own numbers, never anything in code (DESIGN §7). */
export interface CareSettings {
  readonly version: number;
  /** Where the numbers were read, or that they are assumptions. */
  readonly source: string;
  /** Minutes within which somebody acts on a risk that cannot wait. */
  readonly urgentWithinMinutes: number;
  /** Calendar days after which a risk is looked at again at the latest. */
  readonly riskReviewWithinDays: number;
  /** Calendar weeks from one review of the support to the next. */
  readonly reviewEveryWeeks: number;
  /** The farthest that the next review may be set, in calendar weeks. */
  readonly reviewLatestWeeks: number;
  /** Both ends included; a higher score is always better. */
  readonly outcomeScale: { readonly lowest: number; readonly highest: number };
  readonly outcomeWords: Readonly<Record<OutcomeMeasure, string>>;
  /** Minutes that an appointment takes unless somebody says otherwise. */
  readonly appointmentMinutes: number;
  /** Working days until whoever complained hears that it was received. */
  readonly complaintAcknowledgeWithinDays: number;
  /** Working days until they are answered. */
  readonly complaintReplyWithinDays: number;
}

export type CareFault =
  | 'version-not-whole'
  | 'no-source'
  | 'minutes-not-whole'
  | 'days-not-whole'
  | 'weeks-not-whole'
  | 'latest-before-usual'
  | 'scale-upside-down'
  | 'scale-too-wide'
  | 'measure-without-words'
  | 'answer-before-acknowledgement';

const MOST_POINTS = 11;
const LONGEST_WORDS = 120;

/** What of these settings could not be kept; none when they may be used. */
export function careFaults(settings: CareSettings): readonly CareFault[] {
  const {
    outcomeScale: { lowest, highest },
    outcomeWords,
  } = settings;
  const points = highest - lowest + 1;
  const worded = OUTCOME_MEASURES.every((measure) => {
    const words = outcomeWords[measure]?.trim() ?? '';
    return words !== '' && words.length <= LONGEST_WORDS;
  });
  const found: readonly (readonly [CareFault, boolean])[] = [
    ['version-not-whole', !whole(settings.version, 1, 1_000_000)],
    ['no-source', settings.source.trim() === ''],
    ['minutes-not-whole', !whole(settings.urgentWithinMinutes, 1, 24 * 60)],
    ['minutes-not-whole', !whole(settings.appointmentMinutes, 5, 12 * 60)],
    ['days-not-whole', !whole(settings.riskReviewWithinDays, 1, 366)],
    ['days-not-whole', !whole(settings.complaintAcknowledgeWithinDays, 1, 60)],
    ['days-not-whole', !whole(settings.complaintReplyWithinDays, 1, 366)],
    ['weeks-not-whole', !whole(settings.reviewEveryWeeks, 1, 104)],
    ['weeks-not-whole', !whole(settings.reviewLatestWeeks, 1, 104)],
    ['latest-before-usual', settings.reviewLatestWeeks < settings.reviewEveryWeeks],
    ['scale-upside-down', !Number.isInteger(lowest) || !Number.isInteger(highest) || lowest >= highest],
    ['scale-too-wide', lowest < 0 || points > MOST_POINTS],
    ['measure-without-words', !worded],
    [
      'answer-before-acknowledgement',
      settings.complaintReplyWithinDays < settings.complaintAcknowledgeWithinDays,
    ],
  ];
  return [...new Set(found.filter(([, wrong]) => wrong).map(([fault]) => fault))];
}

function whole(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}
