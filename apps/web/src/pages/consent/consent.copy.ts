import type {
  Body,
  CompetenceBasis,
  ConsentDecision,
  DataClass,
  Giver,
  HowGiven,
  Authority,
  Purpose,
  ShareRefusal,
} from '#libs/domain';

export const BODY_WORDS: Readonly<Record<Body, string>> = {
  'this-service': 'Us',
  police: 'The police',
  gp: 'Their GP',
  'social-care': 'Social care',
  school: 'Their school or college',
  employer: 'Their employer',
  'family-member': 'Somebody in their family',
  interpreter: 'An interpreter',
  researchers: 'Researchers',
  marac: 'The meeting on high-risk domestic abuse (MARAC)',
  'idva-service': 'The domestic abuse advisers (IDVA)',
};

export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  'be-called': 'Calls',
  'be-texted': 'Texts',
  'be-emailed': 'E-mails',
  'be-left-voicemail': 'Voicemail',
  'be-written-to': 'Letters',
  'hold-record': 'Keeping the record after our work has ended',
  support: 'To support them',
  'fact-of-support': 'That support was offered',
  investigation: 'For the investigation',
  'health-care': 'For their health',
  safeguarding: 'To keep somebody safe',
  interpreting: 'To interpret',
  research: 'For research, without their name',
  feedback: 'Asking how our support was',
};

/** Short enough for the head of a column. */
export const CLASS_WORDS: Readonly<Record<DataClass, string>> = {
  identity: 'Name',
  'safe-contact': 'Safe contact',
  incident: 'Incident in codes',
  investigation: 'Investigation',
  needs: 'Age and needs',
  'support-fact': 'That we support them',
};

/** As part of a sentence that is read out: "May we tell them your name and how to reach you safely?" */
export const CLASS_READ_OUT: Readonly<Record<DataClass, string>> = {
  identity: 'your name',
  'safe-contact': 'how to reach you safely',
  incident: 'what kind of offence it was and roughly when',
  investigation: 'when you reported it and the crime number',
  needs: 'your age group and what help you need to talk',
  'support-fact': 'that we support you',
};

export const DECISION_WORDS: Readonly<Record<ConsentDecision, string>> = {
  given: 'Agreed',
  refused: 'Said no',
  withdrawn: 'Withdrew',
};

export const GIVER_WORDS: Readonly<Record<Giver, string>> = {
  person: 'The person',
  parent: 'Somebody with parental responsibility',
  proxy: 'Somebody with legal authority to decide',
  'best-interests': 'A best-interests decision',
};

export const GIVER_HINTS: Readonly<Record<Giver, string | null>> = {
  person: null,
  parent: 'Only for a child under 16. A parent is never asked while it is not known that this is safe.',
  proxy: 'Such as an attorney or a deputy. Say below what gives them the authority.',
  'best-interests': 'Only from 16, and only after assessing that the person cannot decide this themselves.',
};

export const BASIS_WORDS: Readonly<Record<CompetenceBasis, string>> = {
  adult: 'Their own decision',
  gillick: 'Their own decision, assessed (under 16)',
  'parental-responsibility': 'Parental responsibility',
  'capacity-best-interests': 'Best interests, after an assessment',
  authority: 'Legal authority',
};

export const AUTHORITY_WORDS: Readonly<Record<Authority, string>> = {
  'lasting-power-of-attorney': 'Lasting power of attorney',
  'court-deputy': 'Deputy appointed by the court',
  'care-order': 'Care order',
  'other-court-order': 'Another court order',
};

export const HOW_WORDS: Readonly<Record<HowGiven, string>> = {
  'by-phone': 'On the phone',
  'in-person': 'Face to face',
  'in-writing': 'In writing',
  'through-interpreter': 'Through an interpreter',
  'told-referrer': 'They told whoever referred them',
};

/** In a cell of the matrix, and wherever a button would be. */
export const NO_WORDS: Readonly<Record<ShareRefusal, string>> = {
  'never-asked': 'Not asked',
  refused: 'Said no',
  withdrawn: 'Withdrawn',
  expired: 'Ran out',
  'giver-was-a-child': 'Ask again',
};

export const NO_SENTENCES: Readonly<Record<ShareRefusal, string>> = {
  'never-asked': 'Cannot be shared: nobody has asked the person yet.',
  refused: 'Cannot be shared: the person said no.',
  withdrawn: 'Cannot be shared: the person withdrew their agreement.',
  expired: 'Cannot be shared: the agreement has run out. Ask again.',
  'giver-was-a-child':
    'Cannot be shared: it was agreed to as an adult, by somebody who was under 16. Ask again, and assess them or ask who may decide.',
};

export const CONSENT = {
  title: 'Consent and sharing',
  intro: 'Unknown is no. Nothing below is shared with anybody unless it says yes, or an override stands.',
  touch: 'Being in touch',
  who: 'Who may know what',
  region: 'Who may know what, right now',
  recipient: 'Who, and what for',
  record: 'Record an answer',
  another: 'Ask about somebody else',
  withdraw: 'Withdraw',
  share: 'Share',
  shared: 'Shared',
  notAsked: 'Not asked',
  yes: 'Yes',
  until: (day: string) => `until ${day}`,
  shares: 'What others can read',
  noShares: 'Nothing is shared with anybody.',
  seen: 'Already seen',
  nothingSeen: 'Nobody there has looked at it.',
  overrides: 'Sharing without consent',
  noOverrides: 'No override has been asked for.',
  askOverride: 'Ask for an override',
  ledger: 'Every answer so far',
  ledgerHint: 'Answers are never changed or removed. The newest about a question counts.',
  noLedger: 'Nobody has asked anything yet.',
  everything: 'All of it',
  receipt: 'Receipt',
  withheld: {
    title: 'The person has not been asked yet',
    body: 'The police sent this referral before anybody asked the person, so their name and number stay shut. The police team has been asked to ask. If the person tells us themselves that we may call, record it here, and everything opens.',
  },
} as const;
