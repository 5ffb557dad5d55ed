import type {
  AskedVia,
  Delivery,
  ExtensionReason,
  IdentityCheck,
  NextDueCode,
  RequestKind,
  RequestRefusalReason,
  RequestState,
  Requester,
  Settlement,
  WaitFor,
} from '#libs/domain';

export const KIND_WORDS: Readonly<Record<RequestKind, string>> = {
  'subject-access': 'A copy of everything we hold about them',
  rectification: 'Something we hold is wrong',
  restriction: 'Stop using what you hold, but keep it',
  objection: 'An objection to how we use it',
  erasure: 'Delete what you hold',
  'victim-information': 'Police or court ask for a person’s information',
  complaint: 'A complaint about how we use personal data',
};

export const KIND_SHORT: Readonly<Record<RequestKind, string>> = {
  'subject-access': 'Copy of everything',
  rectification: 'Correction',
  restriction: 'Restriction',
  objection: 'Objection',
  erasure: 'Deletion',
  'victim-information': 'Information asked for by others',
  complaint: 'Complaint',
};

export const STATE_WORDS: Readonly<Record<RequestState, string>> = {
  received: 'Received',
  searching: 'Identity confirmed',
  review: 'Looking through for other people',
  ready: 'Ready to hand over',
  acknowledged: 'Acknowledged',
  proposed: 'Waiting for a second person',
  delivered: 'Handed over',
  settled: 'Answered',
  refused: 'Turned down',
  withdrawn: 'Withdrawn',
};

export const DUE_WORDS: Readonly<Record<NextDueCode, string>> = {
  answer: 'Answer by',
  chase: 'Ask again by',
  acknowledge: 'Acknowledge by',
  outcome: 'Tell the outcome by',
  decide: 'Decide by',
  approve: 'Second person decides by',
};

export const VIA_WORDS: Readonly<Record<AskedVia, string>> = {
  email: 'By email',
  letter: 'By letter',
  telephone: 'By telephone',
  'in-person': 'In person',
  colleague: 'Through a colleague',
};

export const REQUESTER_WORDS: Readonly<Record<Requester, string>> = {
  person: 'The person themselves',
  parent: 'Somebody with parental responsibility',
  solicitor: 'A solicitor',
  advocate: 'An advocate or support worker',
  police: 'Police',
  court: 'A court',
  other: 'Somebody else',
};

export const IDENTITY_WORDS: Readonly<Record<IdentityCheck, string>> = {
  'known-to-us': 'A colleague who works with them knows them',
  'code-word': 'They said their code word',
  documents: 'They showed documents',
  'authority-documents': 'They showed that they may act for the person',
  'official-address': 'It came from an official address that we checked',
};

export const WAIT_WORDS: Readonly<Record<WaitFor, string>> = {
  identity: 'Who they are, or that they may act for the person',
  clarification: 'What it is that they would like to have',
};

export const EXTENSION_WORDS: Readonly<Record<ExtensionReason, string>> = {
  complex: 'The request is complex',
  'many-requests': 'They have made many requests',
};

export const REFUSED_WORDS: Readonly<Record<RequestRefusalReason, string>> = {
  'not-them': 'They could not show who they are',
  'no-authority': 'They could not show that they may act for the person',
  'nothing-held': 'We hold nothing about them',
  'manifestly-unfounded': 'It is manifestly unfounded',
  excessive: 'It is excessive',
  exemption: 'The law exempts all of it',
  'serious-harm': 'It would cause serious harm',
  'tests-not-met': 'The tests of the law are not met',
};

export const DELIVERY_WORDS: Readonly<Record<Delivery, string>> = {
  collected: 'They collected it',
  'handed-over': 'A colleague handed it to them',
  post: 'By post, to an address that is safe',
  email: 'By email, to an address that is safe',
};

export const SETTLEMENT_WORDS: Readonly<Record<Settlement, string>> = {
  corrected: 'Corrected; what stood there before is kept and marked',
  'note-added': 'Not changed; their words were put beside it',
  restricted: 'Restricted: the desk and the duty lead alone can read it',
  'restriction-lifted': 'The restriction was lifted',
  'objection-upheld': 'We stopped what they objected to',
  'objection-noted': 'We go on, and told them why',
  erased: 'Erased: nobody can read their record again',
  'erasure-proposed': 'Passed on to erasure, which a second person decides',
  'complaint-upheld': 'They were right',
  'complaint-part-upheld': 'They were right in part',
  'complaint-not-upheld': 'We found nothing wrong',
  'released-in-full': 'Everything asked for was released',
  'released-in-part': 'Part of it was released',
};
