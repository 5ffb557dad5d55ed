import type {
  AccessCode,
  ClosureReason,
  CommissionerKind,
  CoverageBasis,
  Eligibility,
  Evidence,
  GenderServed,
  ReachedBy,
  ServiceChangeReason,
  ServicePartKey,
  SupportStage,
  WorkerGender,
} from '#libs/domain';

/** How well it is known that a service covers a district, as a person would say it. */
export const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  confirmed: 'Confirmed: a current source says so',
  'confirmed-older': 'Said by a source that is more than three years old',
  supported: 'Follows from something stated, such as its premises; the area itself is not stated',
  inferred: 'Read into a looser statement: somebody must confirm it',
  recalled: 'General knowledge without a source: somebody must confirm it',
};

export const EVIDENCE_SHORT: Readonly<Record<Evidence, string>> = {
  confirmed: 'Confirmed',
  'confirmed-older': 'Older source',
  supported: 'Supported',
  inferred: 'To confirm',
  recalled: 'To confirm',
};

export const BASIS_WORDS: Readonly<Record<CoverageBasis, string>> = {
  'told-by-service': 'The service says so',
  'told-by-commissioner': 'The commissioner says so',
  'read-in-contract': 'It stands in the contract',
  'read-on-their-pages': 'It stands on their own pages',
};

export const REACHED_WORDS: Readonly<Record<ReachedBy, string>> = {
  inbox: 'Its staff work here and see what is sent to them',
  'handed-over': 'A responder hands over and notes the answer',
  signposted: 'It is only named to the person',
};

export const STAGE_WORDS: Readonly<Record<SupportStage, string>> = {
  immediate: 'The first days',
  justice: 'Through the police and the court',
  recovery: 'Getting better',
  'long-term': 'For as long as it takes',
};

export const COMMISSIONER_WORDS: Readonly<Record<CommissionerKind, string>> = {
  'nhs-england': 'NHS England',
  'integrated-care-board': 'Integrated care board',
  'local-authority': 'Local authority',
  'police-fire-and-crime-commissioner': 'Police, fire and crime commissioner',
  charity: 'Charity, from its own funds',
};

export const GENDER_WORDS: Readonly<Record<GenderServed, string>> = {
  women: 'Women and girls',
  men: 'Men and boys',
  'non-binary': 'Non-binary people',
};

export const WORKER_WORDS: Readonly<Record<WorkerGender, string>> = {
  woman: 'A woman can be asked for',
  man: 'A man can be asked for',
};

export const ELIGIBILITY_WORDS: Readonly<Record<Eligibility, string>> = {
  'self-referral': 'People may ask for themselves',
  'professional-referral': 'Professionals may refer',
  'consent-needed': 'Only when the person agrees',
  'under-13-through-police-or-social-care': 'Under 13 through the police or social care alone',
  'reported-or-not': 'Reported to the police or not',
  'recent-or-not': 'However long ago it was',
  'not-while-in-contact-with-abuser': 'Not while the person still lives with or meets the abuser',
  'family-and-friends-too': 'Family and friends too',
  'lives-in-the-area': 'Only people who live in the area',
};

export const ACCESS_WORDS: Readonly<Record<AccessCode, string>> = {
  'step-free': 'Step-free',
  'accessible-toilet': 'Accessible toilet',
  'hearing-loop': 'Hearing loop',
  'british-sign-language': 'British Sign Language',
  'easy-read': 'Easy-read information',
  'quiet-room': 'Quiet room',
  'by-telephone': 'By telephone',
  'by-video': 'By video',
  'home-visits': 'Home visits',
  parking: 'Parking',
};

export const CLOSURE_WORDS: Readonly<Record<ClosureReason, string>> = {
  holiday: 'Holidays',
  training: 'Training',
  building: 'The building',
  staffing: 'Not enough staff',
  other: 'Something else',
};

export const REASON_WORDS: Readonly<Record<ServiceChangeReason, string>> = {
  'area-pack': 'Came with the area',
  'new-service': 'A new service',
  'told-by-service': 'The service told us',
  'told-by-commissioner': 'The commissioner told us',
  'new-contract': 'There is a new contract',
  'read-on-their-pages': 'We read it on their pages',
  'district-changed': 'A district changed',
  'put-right': 'It was wrong here',
  'coverage-confirmed': 'Somebody confirmed a district',
  imported: 'Imported from a file',
  'closed-down': 'The service closed',
  'opened-again': 'The service opened again',
};

export const PART_WORDS: Readonly<Record<ServicePartKey, string>> = {
  basics: 'Basics',
  who: 'Who it is for',
  coverage: 'Where it covers',
  opening: 'Opening hours',
  closures: 'Closures',
  places: 'Places',
  inbox: 'How it is reached',
  funding: 'Who pays for it',
  state: 'Open or closed down',
};
