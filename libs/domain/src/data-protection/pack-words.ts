/**
 * The words of a pack, as somebody reads them about themselves. What is not in a list here is told in its own code with
 * spaces, so that nothing is left out of a pack because nobody has found words for it yet.
 */

/** Sections, in the order in which they are read. */
export const SECTION_TITLES: Readonly<Record<string, string>> = {
  'vault.person_record': 'What you told us, and how to reach you',
  'app.person': 'About you',
  'app.report': 'Your report to the police',
  'app.incident': 'What was reported',
  'app.referral': 'How you came to us',
  'app.case_file': 'Your support with us',
  'app.safe_contact_card': 'How it is safe to contact you',
  'app.contact_route': 'Ways to reach you',
  'app.contact_route_version': 'Ways to reach you, as they were before',
  'app.contact_attempt': 'When we tried to reach you',
  'app.conversation_follow_up': 'What we offered you when we spoke',
  'app.call_back': 'Calls we promised you',
  'app.person_message': 'Messages to you',
  'app.interpreter_booking': 'Interpreters we booked for you',
  'app.consent_entry': 'What you agreed to',
  'app.consent_override': 'Where we shared without asking you, and why',
  'app.share': 'Who we shared with',
  'app.routing_decision': 'Which services were suggested for you, and why',
  'app.routing_override': 'Where another service was chosen for you',
  'app.service_request': 'Support we asked for, for you',
  'app.service_request_minimum': 'What a service could see before it said yes',
  'app.service_request_step': 'How those requests went',
  'app.service_request_notice': 'What we told services about those requests',
  'app.competence_record': 'How we judged who decides',
  'app.safeguarding_task': 'What we did to keep you safe',
  'contact_notes.note': 'Notes of our contact with you',
  'advocacy_notes.note': 'Notes of the worker who supports you',
  'supervision_notes.note': 'Notes of how your support is overseen',
  'therapy_notes.milestone': 'How far therapy has come',
  'app.case_ending': 'How your case with us ended',
  'app.support_task': 'What we kept in mind for you, and by when',
  'app.domestic_abuse_flag': 'Where a colleague saw domestic abuse',
  'app.stored_sample': 'Samples that are kept for you, and until when',
  'app.signpost': 'Other services we told you of',
  'app.needs_assessment': 'What you wanted support with',
  'app.risk_flag': 'Risks that a colleague saw',
  'app.appointment': 'When and where we arranged to meet',
  'app.outcome_score': 'How you said things were going',
  'app.person_feedback': 'What you said of services',
  'app.complaint': 'What you complained of, and what came of it',
  'app.equality_answer': 'The equality questions, and what you answered',
  'app.own_pathway': 'How we keep your record apart',
  'app.police_link': 'That you reported to the police yourself',
  'app.plan_lead': 'Which service led your support',
  'app.plan_contact': 'When somebody planned to be in touch with you',
  'app.plan_topic': 'What you told somebody, so that nobody asks again',
  'app.code_event': 'What happened that gives you rights under the Victims’ Code',
  'app.duty': 'Your rights under the Victims’ Code, and what became of each',
  'app.duty_version': 'By when each of these rights was owed',
  'app.enhanced_rights': 'That you have Enhanced Rights, and why',
  'app.track': 'Investigations that we follow with you',
  'app.milestone': 'What happened in an investigation',
  'app.track_position': 'Where you stood towards the prosecution',
  'app.track_officer': 'Which officer was in charge',
  'app.contact_recheck': 'When we asked again whether contact was safe',
  'app.handover': 'When your support moved to a colleague',
  'app.police_task': 'What we asked the police',
  'app.redirect': 'When we passed your referral on',
  'app.urgent_page': 'When we alerted a colleague at once',
  'app.urgent_page_risk': 'When a colleague read an alert',
  'app.alert': 'Reminders to colleagues about your support',
  'app.information_request': 'What you asked us about your information',
  'app.rectification': 'What we put right',
  'app.legal_hold': 'Why your record is kept',
  'app.erasure': 'Decisions about erasing your record',
  'app.deadline': 'Times by which we promised to reach you',
  'app.deadline_version': 'How those times were worked out',
  'app.access_log': 'Who looked at your information',
  'app.journal': 'What happened, step by step',
};

/** What is sealed, and what the access log says was shown. */
const THINGS: Readonly<Record<string, string>> = {
  identity: 'your name and date of birth',
  'contact-route': 'a way to reach you',
  'contact-route-value': 'a way to reach you',
  'safe-contact-words': 'what to say if somebody else answers, and your code word',
  'crime-reference': 'your crime reference',
  referrer: 'who referred you',
  'consent-note': 'a note on what you agreed to',
  'request-words': 'what you wrote to us about your information',
  'subject-pack': 'records about you, for the copy you asked for',
  initials: 'your initials',
  rectification: 'what was put right',
  'age-correction': 'your age, put right',
  'legal-hold-note': 'why your record is kept',
  'break-glass-note': 'why a colleague opened your record in an emergency',
  'routing-note': 'why another service was chosen for you',
  'match-note': 'a note on whether two records are yours',
  'complaint-words': 'what you complained of',
  'contact-note': 'a note of our contact with you',
  'advocacy-note': 'a note of the worker who supports you',
  'supervision-note': 'a note of how your support is overseen',
  'contact-notes': 'notes of our contact with you',
  'advocacy-notes': 'notes of the worker who supports you',
  'supervision-notes': 'notes of how your support is overseen',
  'therapy-milestones': 'how far therapy has come',
  'equality-answers': 'your answers to the equality questions',
};

export function thingInWords(code: string): string {
  return THINGS[code] ?? words(code);
}

const ROLES: Readonly<Record<string, string>> = {
  officer: 'a police officer',
  'duty-lead': 'the duty lead',
  'provider-worker': 'a support worker',
  'provider-coordinator': 'a coordinator of support',
  'service-manager': 'the service manager',
  'safeguarding-lead': 'the safeguarding lead',
  'data-protection-officer': 'the data protection officer',
  auditor: 'an auditor',
  administrator: 'an administrator',
};

/** Example: `a first responder`. */
export function roleInWords(role: string): string {
  return ROLES[role] ?? `a ${words(role)}`;
}

const LABELS: Readonly<Record<string, string>> = {
  say_if_other_answers: 'What to say if somebody else answers',
  sayIfOtherAnswers: 'What to say if somebody else answers',
  when_band: 'When it happened',
  suspect_access: 'How the person you reported can reach you',
  age_at_incident: 'Your age then',
  age_band: 'Your age when you were referred',
  age_now: 'Your age now',
  language_need: 'Interpreter or other language need',
  act_by_at: 'To be called by',
  next_due_at: 'Next step by',
  next_due_on: 'Next step on',
  rank: 'Order in which we try',
  others_may_answer: 'Somebody else may answer',
  recheck_days: 'Asked again after (days)',
  inputs: 'How it was worked out',
  payload: 'Details',
  basis: 'Why',
  limb: 'Time limit',
  binding: 'The limit that counts for the promise',
  written_at: 'Written down',
  identity_by: 'How we knew it was you',
  identity_how: 'How we knew it was you',
  received_via: 'How it reached us',
  offence_group: 'Kind of offence',
};

export function labelOf(key: string): string {
  return LABELS[key] ?? capital(words(key));
}

/** A limb of a promise: `24h`, `1wd`. Areas choose their own. */
const LIMB = /^(\d+)(h|wd)$/;
const CODE = /^[a-z]+\d*(?:-[a-z0-9]+)+$/;

/** A code as words: `within-72-hours` is "within 72 hours". Everything else stands as it is. */
export function valueOf(text: string): string {
  const [, count, unit] = LIMB.exec(text) ?? [];
  if (count !== undefined)
    return `${count} ${unit === 'h' ? 'hour' : 'working day'}${count === '1' ? '' : 's'}`;
  return CODE.test(text) ? words(text) : text;
}

/** `contact-route` and `contactRoute` and `contact_route` are all "contact route". */
export function words(code: string): string {
  return code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_.-]+/g, ' ')
    .replace(/ (at|on)$/, '')
    .toLowerCase()
    .trim();
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
