import type {
  AskReason,
  CandidateNote,
  DecideReason,
  DecidingRole,
  ForensicAct,
  HealthCare,
  OverrideReason,
  RejectionCode,
  RulePrompt,
  RuleRejection,
  WantedSpace,
  WantedWorker,
  WindowState,
} from '#libs/domain';

/** Every word that routing says of itself. No sentence here may ever say that the time for something is over. */
export const ROLE_WORDS: Readonly<Record<DecidingRole, string>> = {
  'duty-lead': 'the duty lead',
  'service-manager': 'the service manager',
  'safeguarding-lead': 'the safeguarding lead',
};

export const ASK_REASON_WORDS: Readonly<Record<AskReason, string>> = {
  'needs-a-conversation': 'it needs a conversation first',
  'lives-elsewhere': 'the person lives outside the area',
  'complex-needs': 'several needs have to be thought of together',
  'two-services-agree': 'two services share this work and agree who takes it',
  'new-service': 'the service is new',
};

export const DECIDE_WORDS: Readonly<Record<DecideReason, string>> = {
  ...ASK_REASON_WORDS,
  'lead-decides': 'ask them which service it is to be',
  'coverage-not-confirmed': 'nobody has confirmed that the service covers this district',
  'district-not-known': 'the district is not known',
  'nobody-eligible': 'no service in the directory fits what is known',
  'no-capacity': 'every service that fits has a closed list',
  'police-or-social-care-first': 'the police or children’s social care must be told first',
  'nothing-wanted': 'nobody has said what support is wanted',
};

export const REJECTION_WORDS: Readonly<Record<RejectionCode, string>> = {
  retired: 'It has closed down.',
  'closed-today': 'It is closed today.',
  'too-young': 'It starts at an older age.',
  'too-old': 'It is for younger people.',
  gender: 'It does not serve people of this gender.',
  'out-of-area': 'It does not cover the district.',
  language: 'It has neither the language nor an interpreter.',
  access: 'It cannot meet what the person needs to use it.',
  'not-suitable': 'Not suitable for this case: a wall or a conflict stands. Say so to nobody else.',
  'tried-already': 'It was asked for this before.',
  'list-closed': 'Its list is closed.',
  'police-or-social-care-first':
    'It is reached through the police or children’s social care. Tell one of them first.',
  rule: 'A rule leaves it out',
  'not-among-chosen': 'A rule names others for this',
};

export const RULE_REJECTION_WORDS: Readonly<Record<RuleRejection, string>> = {
  'time-since': 'of the time since it happened',
  'not-reported': 'it is for people who have told the police',
  age: 'of the age',
  'supported-elsewhere': 'the person is supported elsewhere for this',
  'contract-ends': 'its contract ends',
  'lead-decides': 'the duty lead decides about it',
};

export const NOTE_WORDS: Readonly<Record<CandidateNote, string>> = {
  'covers-district': 'Covers the district',
  'coverage-not-confirmed': 'Nobody has confirmed that it covers the district',
  'district-not-known': 'The district is not known',
  'age-fits': 'Takes this age',
  'age-not-certain': 'Takes part of this age band: ask the age',
  'gender-not-known': 'Does not serve every gender: ask',
  preferred: 'Preferred by a rule',
  'wanted-worker': 'Can offer the worker asked for',
  'worker-not-promised': 'Cannot promise the worker asked for',
  'women-only-space': 'Has a women-only space',
  'no-women-only-space': 'Has no women-only space',
  'own-language': 'Speaks the language',
  interpreter: 'Works with interpreters',
  'access-met': 'Meets the access needs',
  'list-open': 'List open',
  'waiting-list': 'Has a waiting list: it supports as many as it can now',
  room: 'Places free',
  waiting: 'Waiting',
  'capacity-not-known': 'Nobody has said how full it is',
  'in-district': 'Has a place in the district',
};

export const PROMPT_WORDS: Readonly<Record<RulePrompt, string>> = {
  'ask-when-it-happened':
    'Ask when it happened and what was done, as far as they want to say: it tells what can still be found.',
  'tell-childrens-social-care': 'A child: think of telling children’s social care every time.',
  'open-domestic-abuse-tasks': 'This may be domestic abuse: open the risk assessment and its tasks.',
  'offer-remote-support': 'Offer support by telephone or video as well.',
  'ask-whether-reported': 'Ask whether the police know, and whether they should.',
  'say-what-a-sarc-does':
    'Say that a sexual assault referral centre sees people who have not told the police, and keeps samples for them.',
  'offer-urgent-health-care': 'Offer urgent health care: injuries, pregnancy, infection.',
};

export const ACT_WORDS: Readonly<Record<ForensicAct, string>> = {
  vaginal: 'Vaginal penetration',
  anal: 'Anal penetration',
  oral: 'Oral penetration',
  digital: 'Penetration with fingers or an object',
  skin: 'Kissing, licking or biting',
  'drink-or-drugs': 'Drink or drugs were given',
  unknown: 'They do not know',
};

export const SAMPLE_WORDS = { swab: '', blood: ', from blood', urine: ', from urine' } as const;

export const STAGE_WORDS = { 'before-puberty': 'before puberty', 'after-puberty': 'after puberty' } as const;

export const WINDOW_WORDS: Readonly<Record<WindowState, string>> = {
  open: 'Within this. Phone now.',
  'may-be-open': 'May be within this. Phone now.',
  'not-known': 'Nobody has said when it was. Phone and ask.',
  outside: 'Longer ago than this. Ask the centre; they decide.',
};

export const FORENSIC_WORDS: Readonly<Record<WindowState, string>> = {
  open: 'An examination may still find something. Phone the centre now.',
  'may-be-open': 'An examination may still find something. Phone the centre now.',
  'not-known': 'Nobody has said when it happened. Phone the centre: they say what is possible.',
  outside:
    'It was longer ago than an examination usually looks for. Ask the centre; they decide. They also see people about their health.',
};

export const HEALTH_WORDS: Readonly<Record<HealthCare, string>> = {
  'emergency-pill': 'Emergency contraceptive pill',
  'emergency-coil': 'Emergency coil',
  'hiv-prevention': 'Medicine that prevents HIV',
};

export const HEALTH_STATE_WORDS: Readonly<Record<WindowState, string>> = {
  open: 'Go today: the sooner, the better it works.',
  'may-be-open': 'Go today: the sooner, the better it works.',
  'not-known': 'Ask when it was, and go today.',
  outside: 'Ask a sexual health clinic or the centre; they decide what helps now.',
};

export const MARK_WORDS = {
  V: 'read at a public source',
  S: 'from a secondary source',
  K: 'not confirmed: the centre must say',
} as const;

export const WORKER_WORDS: Readonly<Record<WantedWorker, string>> = {
  any: 'Any worker',
  woman: 'A woman',
  man: 'A man',
};

export const SPACE_WORDS: Readonly<Record<WantedSpace, string>> = {
  any: 'Any space',
  'women-only': 'A women-only space',
};

export const OVERRIDE_WORDS: Readonly<Record<OverrideReason, string>> = {
  'persons-choice': 'The person chose it',
  'known-worker': 'The person knows and trusts a worker there',
  'nearer-or-easier': 'It is nearer or easier to reach',
  'shorter-wait': 'The wait is shorter',
  'confirmed-by-service': 'The service has confirmed that it takes the person',
  safety: 'It is safer',
  'table-is-wrong': 'The rules or the directory are wrong here',
};
