import type {
  CorrectionReason,
  CourtDate,
  Decider,
  MilestoneIssue,
  MilestoneKind,
  NotNeededReason,
  PersonTold,
  Position,
  PositionReason,
  SpecialMeasure,
  TakeoverReason,
  ToldInPerson,
  TrackSide,
  TrackStage,
  UnusualReason,
  WithdrawalReason,
} from '#libs/domain';

export const STAGE_WORDS: Readonly<Record<TrackStage, string>> = {
  report: 'Reporting',
  investigation: 'Investigation',
  charging: 'Decision about charging',
  court: 'Before trial',
  trial: 'Trial',
  sentence: 'Sentence',
  'after-sentence': 'After sentence',
};

export const KIND_WORDS: Readonly<Record<MilestoneKind, string>> = {
  'crime-reported': 'Crime reported to the police',
  'crime-recorded': 'Crime recorded, with a reference',
  'written-confirmation': 'Written confirmation given',
  'needs-assessed': 'Police assessed the person’s needs',
  'needs-changed': 'The person’s needs changed',
  'not-investigated': 'Police decided not to investigate',
  'investigation-opened': 'Investigation opened',
  'interview-planned': 'Interview with the person planned',
  'interview-recorded': 'Interview with the person recorded',
  'examination-planned': 'Medical or forensic examination planned',
  'device-asked-for': 'Phone or other device asked for',
  'device-returned': 'Phone or other device returned',
  'third-party-material-asked-for': 'Records held by others asked for',
  'suspect-identified': 'Suspect identified',
  'voluntary-interview': 'Suspect interviewed by appointment',
  'suspect-arrested': 'Suspect arrested',
  'interviewed-under-caution': 'Suspect interviewed under caution',
  'released-without-charge': 'Suspect released without charge',
  'released-on-bail': 'Suspect released on police bail',
  'released-under-investigation': 'Suspect released under investigation',
  'police-bail-changed': 'Police bail conditions changed',
  'police-bail-ended': 'Police bail ended',
  'early-advice-asked': 'Early advice asked of the prosecutor',
  'goes-on-without-person': 'Decision to go on without the person',
  'file-to-prosecutor': 'File sent to the prosecutor',
  'out-of-court-considered': 'Settling out of court considered',
  'out-of-court-given': 'Settled out of court',
  'no-further-action': 'Police decided on no further action',
  'prosecutor-decided-no-charge': 'Prosecutor decided not to charge',
  'told-of-decision': 'Person told of a decision they can have reviewed',
  'review-asked': 'Person asked for a review of the decision',
  'review-decided': 'Review of the decision finished',
  'suspect-charged': 'Suspect charged',
  'charge-stopped-or-changed': 'Charge stopped or changed',
  'hearing-listed': 'Hearing listed',
  'hearing-held': 'Hearing held',
  'not-guilty-plea': 'Not guilty plea',
  'guilty-plea': 'Guilty plea',
  'court-bail-decided': 'Court decided about bail',
  'warrant-issued': 'Arrest warrant issued',
  'rearrest-hearing': 'Hearing after re-arrest',
  'unit-heard-from-court': 'Witness care unit heard from the court',
  'unit-heard-from-prosecutor': 'Witness care unit heard from the prosecutor',
  'evidence-asked-of-person': 'Person asked to give evidence',
  'measure-asked-for': 'Special measure asked for',
  'measure-granted': 'Special measure granted',
  'measure-refused': 'Special measure refused',
  'section-28-listed': 'Recorded cross-examination listed (section 28)',
  'section-28-recorded': 'Cross-examination recorded (section 28)',
  'court-visited': 'Visit to the court before trial',
  'trial-set': 'Trial date set',
  'trial-moved': 'Trial date moved',
  'trial-began': 'Trial began',
  'guilty-verdict': 'Guilty verdict',
  'not-guilty-verdict': 'Not guilty verdict',
  'no-verdict': 'No verdict reached',
  'case-discontinued': 'Case stopped',
  'expenses-claimed': 'Witness expenses claimed',
  'expenses-paid': 'Witness expenses paid',
  'statement-offered': 'Victim personal statement offered',
  'statement-wanted': 'Person wants to make a personal statement',
  'statement-declined': 'Person does not want to make a personal statement',
  'statement-taken': 'Victim personal statement taken',
  'statement-copy-asked-for': 'Copy of the personal statement asked for',
  'statement-read': 'Victim personal statement read in court',
  'sentence-listed': 'Sentence hearing listed',
  'sentence-passed': 'Sentence passed',
  'asked-about-sentence': 'Person asked a question about the sentence',
  'court-compensation': 'Court decided about compensation',
  'compensation-claimed': 'Criminal injuries compensation claimed',
  'compensation-decided': 'Criminal injuries compensation decided',
  'property-no-longer-needed': 'Property no longer needed as evidence',
  'property-returned': 'Property returned',
  'appeal-lodged': 'Appeal lodged',
  'appeal-listed': 'Appeal listed',
  'appeal-bail-given': 'Bail given during the appeal',
  'appeal-decided': 'Appeal decided',
  'contact-scheme-referred': 'Referred to the Victim Contact Scheme',
  'contact-scheme-offered': 'Victim Contact Scheme offered',
  'contact-scheme-joined': 'Person joined the Victim Contact Scheme',
  'contact-scheme-left': 'Person left the Victim Contact Scheme',
  'offender-key-stage': 'Key stage of the sentence',
  'parole-review-began': 'Parole review began',
  'release-considered': 'Release considered',
  'offender-released': 'Offender released',
};

export const MEASURE_WORDS: Readonly<Record<SpecialMeasure, string>> = {
  screens: 'Screens',
  'live-link': 'Live video link',
  'evidence-in-private': 'Evidence in private',
  'wigs-and-gowns-removed': 'Wigs and gowns removed',
  'recorded-interview': 'Recorded interview as evidence',
  'recorded-cross-examination': 'Recorded cross-examination (section 28)',
  intermediary: 'Intermediary',
  'communication-aids': 'Communication aids',
};

export const MEASURE_STANDING = {
  asked: 'Asked for, not decided yet',
  granted: 'Granted',
  refused: 'Refused',
} as const;

/** Every detail that a kind asks for; measures have words of their own. */
const DETAILS: Readonly<Record<string, string>> = {
  'risk-to-the-person': 'Risk to the person',
  'risk-to-children': 'Risk to children',
  'risk-to-others': 'Risk to other people',
  'other-evidence-stands': 'Other evidence is enough',
  'public-interest': 'Public interest',
  'decision-stands': 'The decision stands',
  'decision-overturned': 'The decision was overturned',
  magistrates: 'Magistrates’ court',
  crown: 'Crown Court',
  youth: 'Youth court',
  'appeal-court': 'Court of Appeal',
  'first-hearing': 'First hearing',
  'plea-and-preparation': 'Plea and trial preparation hearing',
  'ground-rules': 'Ground rules hearing',
  'other-hearing': 'Another hearing',
  'bail-given': 'Bail given',
  'bail-changed': 'Bail conditions changed',
  'bail-refused': 'Bail refused',
  'bail-ended': 'Bail ended',
  'court-time': 'No court time',
  'defence-not-ready': 'Defence not ready',
  'prosecution-not-ready': 'Prosecution not ready',
  witness: 'A witness could not come',
  'not-said': 'Reason not given',
  'by-the-person': 'Read by the person',
  'by-somebody-else': 'Read by somebody else',
  played: 'Played as a recording',
  'by-the-judge': 'Read by the judge alone',
  'custody-12-months-or-more': 'Prison, 12 months or more',
  'custody-under-12-months': 'Prison, under 12 months',
  'hospital-order': 'Hospital order',
  community: 'Community sentence',
  other: 'Another sentence',
  ordered: 'Ordered',
  'not-ordered': 'Not ordered',
  awarded: 'Awarded',
  refused: 'Refused',
  'review-asked': 'Review asked for',
  dismissed: 'Appeal dismissed',
  'conviction-quashed': 'Conviction quashed',
  'sentence-changed': 'Sentence changed',
  'moved-to-open-conditions': 'Moved to open conditions',
  'temporary-release': 'Temporary release',
  recalled: 'Recalled to prison',
  discharged: 'Discharged',
  'other-stage': 'Another stage',
  ...MEASURE_WORDS,
};

export function detailWords(detail: string): string {
  return DETAILS[detail] ?? detail;
}

export const DECIDER_WORDS: Readonly<Record<Decider, string>> = {
  police: 'The police',
  prosecutor: 'The prosecutor',
  court: 'The court',
};

export const COURT_WORDS: Readonly<Record<CourtDate, string>> = {
  hearing: 'Hearing',
  'section-28': 'Recorded cross-examination',
  trial: 'Trial',
  sentence: 'Sentence hearing',
  appeal: 'Appeal hearing',
  parole: 'Parole review',
};

export const ISSUE_WORDS: Readonly<Record<MilestoneIssue, string>> = {
  'earlier-step-missing': 'A step that usually comes before it is not recorded.',
  'before-earlier-step': 'It is dated before a step that usually comes first.',
  'after-later-step': 'It is dated after a step that usually comes later.',
  'before-the-report': 'It is dated before the crime was reported.',
  'court-date-past': 'The day in court is already over.',
  'after-the-limit': 'The review was asked for more than 3 months after the person was told.',
};

export const UNUSUAL_WORDS: Readonly<Record<UnusualReason, string>> = {
  'learnt-late': 'We learnt of it late',
  'earlier-step-not-told': 'The earlier step happened, but nobody told us',
  'another-force-or-court': 'Another force or court did the earlier step',
  'court-allowed-it': 'The court or prosecutor allowed it',
  'date-not-certain': 'The date is not certain',
};

export const CORRECTION_WORDS: Readonly<Record<CorrectionReason, string>> = {
  'wrong-date': 'The date was wrong',
  'wrong-detail': 'A detail was wrong',
  'now-more-exact': 'It is now known more exactly',
  'told-since': 'The person has been told since',
  'court-or-police-put-it-right': 'The court or the police put it right',
};

export const WITHDRAWAL_WORDS: Readonly<Record<WithdrawalReason, string>> = {
  'did-not-happen': 'It did not happen',
  'entered-twice': 'It was entered twice',
  'wrong-case': 'It belongs to another case',
  'wrong-kind': 'It was something else',
};

export const POSITION_WORDS: Readonly<Record<Position, string>> = {
  supports: 'Supports the prosecution',
  undecided: 'Is undecided',
  'does-not-support': 'Does not support the prosecution',
  withdrew: 'Withdrew from the prosecution',
};

export const POSITION_REASON_WORDS: Readonly<Record<PositionReason, string>> = {
  'not-said': 'They did not say why',
  'own-decision': 'Their own decision, with no reason to record',
  'health-and-wellbeing': 'Health and wellbeing',
  'fear-of-consequences': 'Worry about what may follow',
  'time-it-takes': 'The time it takes',
  'how-it-was-handled': 'How it was handled',
  'family-or-relationship': 'Family or relationship',
  'wants-to-move-on': 'Wants to move on',
  'wants-justice': 'Wants it to go on',
};

export const TOLD_IN_PERSON_WORDS: Readonly<Record<ToldInPerson, string>> = {
  yes: 'Yes, they said it themselves',
  no: 'No, somebody else said it for them',
  'not-known': 'Not known',
};

export const TAKEOVER_WORDS: Readonly<Record<TakeoverReason, string>> = {
  'first-officer': 'First officer in charge',
  'moved-post': 'The officer before moved to another post',
  'long-leave': 'The officer before is on long leave',
  'specialist-team': 'A specialist team took it on',
  'person-asked': 'The person asked for another officer',
  'left-the-force': 'The officer before left the force',
  'not-said': 'No reason given',
};

export const PERSON_TOLD_WORDS: Readonly<Record<PersonTold, string>> = {
  yes: 'Yes',
  'not-yet': 'Not yet',
  'not-known': 'We do not know',
};

export const NOT_NEEDED_WORDS: Readonly<Record<NotNeededReason, string>> = {
  'entered-by-mistake': 'It was entered by mistake and did not happen',
  'person-asked-already': 'The person was asked since it happened',
  'no-contact-wanted': 'The person wants no contact at all',
};

export const SIDE_WORDS: Readonly<Record<TrackSide, string>> = {
  police: 'Police',
  desk: 'First responders',
  service: 'A support service',
};
