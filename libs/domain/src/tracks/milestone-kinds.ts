import type { CodeEvent } from '../duties/code-events';

/** The stages of an investigation and of what follows, in the order in which they are reached. */
export const TRACK_STAGES = [
  'report',
  'investigation',
  'charging',
  'court',
  'trial',
  'sentence',
  'after-sentence',
] as const;
export type TrackStage = (typeof TRACK_STAGES)[number];

/** Dates that a court sets. The latest of a family is the one in force; a trial's moves are counted. */
export const COURT_DATES = ['hearing', 'section-28', 'trial', 'sentence', 'appeal', 'parole'] as const;
export type CourtDate = (typeof COURT_DATES)[number];

export const SPECIAL_MEASURES = [
  'screens',
  'live-link',
  'evidence-in-private',
  'wigs-and-gowns-removed',
  'recorded-interview',
  'recorded-cross-examination',
  'intermediary',
  'communication-aids',
] as const;
export type SpecialMeasure = (typeof SPECIAL_MEASURES)[number];

/** Why the police or the prosecution go on although the person does not support it. */
export const CONTINUING_GROUNDS = [
  'risk-to-the-person',
  'risk-to-children',
  'risk-to-others',
  'other-evidence-stands',
  'public-interest',
] as const;

const COURTS = ['magistrates', 'crown', 'youth', 'appeal-court'] as const;

/** What one kind of milestone means and what it asks for. */
export interface MilestoneRule {
  readonly stage: TrackStage;
  /** What it means to the Victims' Code: each opens, starts or proves its own entitlements. */
  readonly events: readonly CodeEvent[];
  /** At least one of these comes before it; none named means that nothing must. */
  readonly after: readonly string[];
  /** It happens once in an investigation: a second one is a correction of the first. */
  readonly once: boolean;
  /** Which one of a closed list it is; none where the kind says it all. */
  readonly details: readonly string[];
  /** The court date that it sets, so that a day ahead belongs to it. */
  readonly sets: CourtDate | null;
  /** The court date that is over once this happened on its day. */
  readonly ends: CourtDate | null;
  /** The suspect is held, set free, or under other conditions: how to reach the person safely is asked again at once. */
  readonly recheck: boolean;
  /** Somebody decided it for a reason, and the person is told. */
  readonly decided: boolean;
}

const rule = (stage: TrackStage, more: Partial<Omit<MilestoneRule, 'stage'>> = {}): MilestoneRule => ({
  stage,
  events: [],
  after: [],
  once: false,
  details: [],
  sets: null,
  ends: null,
  recheck: false,
  decided: false,
  ...more,
});

const SUSPECT = ['suspect-identified', 'suspect-arrested', 'voluntary-interview'] as const;
const HELD = ['suspect-arrested', 'interviewed-under-caution', 'voluntary-interview'] as const;
const CONVICTED = ['guilty-plea', 'guilty-verdict'] as const;
const ENDED_WITHOUT_CHARGE = [
  'no-further-action',
  'prosecutor-decided-no-charge',
  'not-investigated',
] as const;

/** Every milestone that can be recorded (practice §2.6), with what the Victims' Code hears of it. */
export const MILESTONE_RULES = {
  'crime-reported': rule('report', { events: ['crime_reported'], once: true }),
  'crime-recorded': rule('report', { events: ['crime_recorded'], once: true }),
  'written-confirmation': rule('report', { events: ['written_confirmation_given'], once: true }),
  'needs-assessed': rule('report', { events: ['needs_assessment_done'] }),
  'needs-changed': rule('report', { events: ['needs_changed'] }),
  'not-investigated': rule('report', { events: ['decision_not_to_investigate'], once: true }),

  'investigation-opened': rule('investigation', { events: ['investigation_opened'], once: true }),
  'interview-planned': rule('investigation', { events: ['interview_planned'] }),
  'interview-recorded': rule('investigation'),
  'examination-planned': rule('investigation', { events: ['medical_examination_planned'] }),
  'device-asked-for': rule('investigation'),
  'device-returned': rule('investigation', { after: ['device-asked-for'] }),
  'third-party-material-asked-for': rule('investigation'),
  'suspect-identified': rule('investigation'),
  'voluntary-interview': rule('investigation', { events: ['suspect_interviewed_under_caution'] }),
  'suspect-arrested': rule('investigation', { events: ['suspect_arrested'], recheck: true }),
  'interviewed-under-caution': rule('investigation', {
    events: ['suspect_interviewed_under_caution'],
    after: SUSPECT,
  }),
  'released-without-charge': rule('investigation', {
    events: ['suspect_released_without_charge'],
    after: HELD,
    recheck: true,
  }),
  'released-on-bail': rule('investigation', {
    events: ['suspect_released_on_police_bail_or_under_investigation'],
    after: HELD,
    recheck: true,
  }),
  'released-under-investigation': rule('investigation', {
    events: ['suspect_released_on_police_bail_or_under_investigation'],
    after: HELD,
    recheck: true,
  }),
  'police-bail-changed': rule('investigation', {
    events: ['police_bail_conditions_changed_or_cancelled'],
    after: ['released-on-bail'],
    recheck: true,
  }),
  'police-bail-ended': rule('investigation', {
    events: ['police_bail_conditions_changed_or_cancelled'],
    after: ['released-on-bail'],
    recheck: true,
  }),
  'early-advice-asked': rule('investigation'),
  'goes-on-without-person': rule('investigation', { details: CONTINUING_GROUNDS, decided: true }),

  'file-to-prosecutor': rule('charging', { after: SUSPECT }),
  'out-of-court-considered': rule('charging', {
    events: ['out_of_court_disposal_considered'],
    after: SUSPECT,
  }),
  'out-of-court-given': rule('charging', { events: ['out_of_court_disposal_given'], after: SUSPECT }),
  'no-further-action': rule('charging', { events: ['decision_not_to_charge'] }),
  'prosecutor-decided-no-charge': rule('charging', {
    events: ['decision_not_to_charge'],
    after: ['file-to-prosecutor'],
  }),
  'told-of-decision': rule('charging', {
    events: ['victim_told_of_qualifying_decision'],
    after: [...ENDED_WITHOUT_CHARGE, 'charge-stopped-or-changed'],
  }),
  'review-asked': rule('charging', {
    events: ['victim_asks_for_review'],
    after: [...ENDED_WITHOUT_CHARGE, 'charge-stopped-or-changed'],
  }),
  'review-decided': rule('charging', {
    after: ['review-asked'],
    details: ['decision-stands', 'decision-overturned'],
  }),
  'suspect-charged': rule('charging', { events: ['suspect_charged'], after: SUSPECT }),
  'charge-stopped-or-changed': rule('charging', {
    events: ['charge_stopped_or_substantially_altered'],
    after: ['suspect-charged'],
  }),

  'hearing-listed': rule('court', {
    events: ['hearing_listed'],
    after: ['suspect-charged'],
    details: COURTS,
    sets: 'hearing',
  }),
  'hearing-held': rule('court', {
    events: ['relevant_hearing_outcome'],
    after: ['suspect-charged'],
    details: ['first-hearing', 'plea-and-preparation', 'ground-rules', 'other-hearing'],
    ends: 'hearing',
  }),
  'not-guilty-plea': rule('court', { events: ['relevant_hearing_outcome'], after: ['suspect-charged'] }),
  'guilty-plea': rule('court', {
    events: ['relevant_hearing_outcome', 'offender_convicted', 'case_outcome'],
    after: ['suspect-charged'],
  }),
  'court-bail-decided': rule('court', {
    events: ['court_bail_decision'],
    after: ['suspect-charged'],
    details: ['bail-given', 'bail-changed', 'bail-refused', 'bail-ended'],
    recheck: true,
  }),
  'warrant-issued': rule('court', {
    events: ['arrest_warrant_issued'],
    after: ['suspect-charged'],
    recheck: true,
  }),
  'rearrest-hearing': rule('court', {
    events: ['hearing_after_rearrest'],
    after: ['suspect-charged'],
    recheck: true,
  }),
  'unit-heard-from-court': rule('court', { events: ['wcu_received_from_court'] }),
  'unit-heard-from-prosecutor': rule('court', { events: ['wcu_received_from_cps'] }),
  'evidence-asked-of-person': rule('court', {
    events: ['victim_required_to_give_evidence'],
    after: ['suspect-charged'],
  }),
  'measure-asked-for': rule('court', { details: SPECIAL_MEASURES }),
  'measure-granted': rule('court', { events: ['special_measures_decided'], details: SPECIAL_MEASURES }),
  'measure-refused': rule('court', { events: ['special_measures_decided'], details: SPECIAL_MEASURES }),
  'section-28-listed': rule('court', { after: ['suspect-charged'], sets: 'section-28' }),
  'section-28-recorded': rule('court', { after: ['suspect-charged'], ends: 'section-28' }),
  'court-visited': rule('court', { after: ['suspect-charged'] }),

  'trial-set': rule('trial', {
    events: ['hearing_listed'],
    after: ['suspect-charged'],
    once: true,
    sets: 'trial',
  }),
  'trial-moved': rule('trial', {
    events: ['hearing_listed'],
    after: ['trial-set'],
    details: ['court-time', 'defence-not-ready', 'prosecution-not-ready', 'witness', 'not-said'],
    sets: 'trial',
  }),
  'trial-began': rule('trial', { events: ['trial_day'], after: ['suspect-charged'] }),
  'guilty-verdict': rule('trial', {
    events: ['offender_convicted', 'case_outcome'],
    after: ['suspect-charged'],
    ends: 'trial',
  }),
  'not-guilty-verdict': rule('trial', {
    events: ['case_outcome'],
    after: ['suspect-charged'],
    ends: 'trial',
  }),
  'no-verdict': rule('trial', {
    events: ['case_outcome'],
    after: ['suspect-charged'],
    ends: 'trial',
  }),
  'case-discontinued': rule('trial', {
    events: ['case_outcome'],
    after: ['suspect-charged'],
    ends: 'trial',
  }),
  'expenses-claimed': rule('trial', { events: ['expenses_claim_received'] }),
  'expenses-paid': rule('trial', { events: ['expenses_paid'], after: ['expenses-claimed'] }),

  'statement-offered': rule('report', { events: ['victim_offered_statement'] }),
  'statement-wanted': rule('sentence', { events: ['victim_wishes_to_make_statement'] }),
  'statement-declined': rule('sentence'),
  'statement-taken': rule('sentence'),
  'statement-copy-asked-for': rule('sentence', {
    events: ['victim_requests_statement'],
    after: ['statement-taken'],
  }),
  'statement-read': rule('sentence', {
    events: ['victim_statement_read'],
    after: CONVICTED,
    details: ['by-the-person', 'by-somebody-else', 'played', 'by-the-judge'],
  }),
  'sentence-listed': rule('sentence', { events: ['hearing_listed'], after: CONVICTED, sets: 'sentence' }),
  'sentence-passed': rule('sentence', {
    events: ['sentence_passed'],
    after: CONVICTED,
    ends: 'sentence',
    details: ['custody-12-months-or-more', 'custody-under-12-months', 'hospital-order', 'community', 'other'],
  }),
  'asked-about-sentence': rule('sentence', {
    events: ['victim_asks_about_sentence'],
    after: ['sentence-passed'],
  }),
  'court-compensation': rule('sentence', { after: CONVICTED, details: ['ordered', 'not-ordered'] }),
  'compensation-claimed': rule('report'),
  'compensation-decided': rule('report', {
    after: ['compensation-claimed'],
    details: ['awarded', 'refused', 'review-asked'],
  }),
  'property-no-longer-needed': rule('after-sentence', { events: ['property_no_longer_needed'] }),
  'property-returned': rule('after-sentence', { events: ['property_returned'] }),

  'appeal-lodged': rule('after-sentence', { events: ['appeal_event'], after: CONVICTED }),
  'appeal-listed': rule('after-sentence', {
    events: ['appeal_event'],
    after: ['appeal-lodged'],
    sets: 'appeal',
  }),
  'appeal-bail-given': rule('after-sentence', {
    events: ['appeal_event'],
    after: ['appeal-lodged'],
    recheck: true,
  }),
  'appeal-decided': rule('after-sentence', {
    events: ['appeal_event'],
    after: ['appeal-lodged'],
    details: ['dismissed', 'conviction-quashed', 'sentence-changed'],
    ends: 'appeal',
    recheck: true,
  }),
  'contact-scheme-referred': rule('after-sentence', {
    events: ['vcs_referral_made'],
    after: ['sentence-passed'],
    once: true,
  }),
  'contact-scheme-offered': rule('after-sentence', { after: ['sentence-passed'] }),
  'contact-scheme-joined': rule('after-sentence', {
    events: ['victim_changes_vcs_choice'],
    after: ['sentence-passed'],
  }),
  'contact-scheme-left': rule('after-sentence', {
    events: ['victim_changes_vcs_choice'],
    after: ['contact-scheme-joined', 'contact-scheme-offered'],
  }),
  'offender-key-stage': rule('after-sentence', {
    events: ['offender_key_stage'],
    after: ['sentence-passed'],
    details: ['moved-to-open-conditions', 'temporary-release', 'recalled', 'discharged', 'other-stage'],
    recheck: true,
  }),
  'parole-review-began': rule('after-sentence', {
    events: ['parole_review_started'],
    after: ['sentence-passed'],
    sets: 'parole',
  }),
  'release-considered': rule('after-sentence', {
    events: ['release_considered'],
    after: ['sentence-passed'],
  }),
  'offender-released': rule('after-sentence', {
    events: ['offender_key_stage'],
    after: ['sentence-passed'],
    recheck: true,
  }),
} as const satisfies Readonly<Record<string, MilestoneRule>>;

export type MilestoneKind = keyof typeof MILESTONE_RULES;

export const MILESTONE_KINDS = Object.keys(MILESTONE_RULES) as readonly MilestoneKind[];

/** What changes what somebody needs: their support is looked at again when it happens. */
export const TURNING_POINTS: readonly MilestoneKind[] = [
  'not-investigated',
  'no-further-action',
  'prosecutor-decided-no-charge',
  'goes-on-without-person',
  'out-of-court-given',
  'suspect-charged',
  'charge-stopped-or-changed',
  'trial-set',
  'trial-moved',
  'guilty-plea',
  'guilty-verdict',
  'not-guilty-verdict',
  'no-verdict',
  'case-discontinued',
  'sentence-passed',
  'appeal-decided',
  'offender-released',
];

export function ruleOf(kind: MilestoneKind): MilestoneRule {
  return MILESTONE_RULES[kind];
}

/** Every word that says more exactly what a milestone was. */
export const MILESTONE_DETAILS: readonly string[] = [
  ...new Set(MILESTONE_KINDS.flatMap((kind) => ruleOf(kind).details)),
];
