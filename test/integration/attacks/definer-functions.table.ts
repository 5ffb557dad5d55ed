/** Whom a function tells anything, of the person and the case that the attack is about; and why they may be told. */
export interface Told {
  readonly call: string;
  readonly to: readonly string[];
  readonly because: string;
}

const HANDLERS = ['responder', 'responder-two', 'lead', 'manager'];
const PROVIDERS = ['adviser', 'coordinator', 'sarc'];
const OTHERS = [
  'officer',
  'officer-south',
  'commissioner',
  'auditor',
  'administrator',
  'dpo',
  'safeguarding',
  'another desk',
];
const EVERYBODY = [...HANDLERS, ...PROVIDERS, ...OTHERS];
/** The wall of the attack keeps one responder and one agency from it. */
const WALLED = ['responder-two', 'sarc'];
const UNTOLD = [...PROVIDERS, ...OTHERS];

export const TOLD: Readonly<Record<string, Told>> = {
  ask_contact_again: {
    call: `app.ask_contact_again(gen_random_uuid(), :case_id, app.service_now() + interval '1 hour')`,
    to: [],
    because: 'Whoever entered a milestone in this transaction; nobody has.',
  },
  take_back_death: {
    call: 'app.take_back_death(:case_id)',
    to: [],
    because: 'It tells nothing: a duty lead opens with it a record whose death they just corrected.',
  },
  tell_code_event: {
    call: `app.tell_code_event(gen_random_uuid(), :case_id, 'suspect_arrested', null, false)`,
    to: [],
    because: 'Whoever entered a milestone in this transaction; nobody has.',
  },
  open_duties_of: {
    call: `app.open_duties_of('2021')`,
    to: [],
    because: 'Counts by entitlement and of no case, for whoever weighs a new version; none is open here.',
  },
  counterpart_of: {
    call: 'app.counterpart_of(:case_id)',
    to: [],
    because: 'Whoever entered a milestone in this transaction; nobody has.',
  },
  track_ground: {
    call: 'app.track_ground(:case_id, null)',
    to: ['lead', 'manager', 'responder'],
    because:
      'The desk of its own case; a service needs the investigation shared with it, an officer names a referral.',
  },
  agency_is_barred: {
    call: 'app.agency_is_barred(:person_id, :sarc)',
    to: ['lead', 'manager', 'responder'],
    because: 'The desk asks before it asks a service; nobody whom a wall keeps from the person.',
  },
  answers_for: {
    call: `app.answers_for(:case_id, 'support')`,
    to: ['adviser', 'coordinator'],
    because: 'The service that accepted, of itself.',
  },
  barred_agencies: {
    call: 'app.barred_agencies(:person_id)',
    to: ['lead', 'manager', 'responder'],
    because: 'Routing asks it about a case of the own desk.',
  },
  behind_wall: {
    call: 'app.behind_wall()',
    to: WALLED,
    because:
      'Policies leave out what a wall keeps from the reader: the reader is told what to leave out, and of nothing else.',
  },
  breakable_case: {
    call: 'app.breakable_case(:reference)',
    to: [],
    because: 'A wall is broken with a grant, and there is none.',
  },
  cancel_person_messages: {
    call: `app.cancel_person_messages(:person_id, 'person-asked', null, null)`,
    to: [],
    because: 'There is no message.',
  },
  case_worked_on: {
    call: 'app.case_worked_on(:case_id)',
    to: ['adviser', 'coordinator'],
    because: 'The adviser who has the person in hand, and who leads there; nobody else of any service.',
  },
  channels_before_answer: {
    call: 'app.channels_before_answer(:requestId)',
    to: [],
    because: 'The service that has not answered yet; this one has.',
  },
  consents_doubted_at: {
    call: 'app.consents_doubted_at(:person_id)',
    to: [],
    because: 'Nobody doubts a consent.',
  },
  contact_is_stopped: {
    call: 'app.contact_is_stopped(:person_id)',
    to: [],
    because: 'Nobody asked to be left alone.',
  },
  follows_own_request: {
    call: `app.follows_own_request(:requestId, :case_id, :person_id, :handling_agency_id, 'isva')`,
    to: [],
    because: 'A service follows what it declined, and it accepted.',
  },
  forget_wall_marks: {
    call: 'app.forget_wall_marks(:person_id)',
    to: [],
    because: 'Nobody is erased.',
  },
  hold_linked_routes: {
    call: 'app.hold_linked_routes(:requestId)',
    to: [],
    because: 'No record is linked.',
  },
  holds_the_other: {
    call: 'app.holds_the_other(:case_id, :adviser)',
    to: [],
    because: 'Nobody is kept apart; told to the desk of the case and to the service that was asked.',
  },
  home_state: {
    call: 'app.home_state()',
    to: EVERYBODY,
    because: 'Which instance a database is at home in: nothing of anybody.',
  },
  identity_withheld: {
    call: 'app.identity_withheld(:person_id)',
    to: [],
    because: 'An officer referred, so nobody withholds it.',
  },
  is_away: {
    call: 'app.is_away(:adviser)',
    to: ['adviser', 'coordinator', 'lead', 'manager', 'responder', 'responder-two'],
    because: 'Colleagues, and the desk that the worker was named to: the coordinator answers.',
  },
  is_received: {
    call: 'app.is_received(:requestId)',
    to: [],
    because: 'The service that has not answered yet; this one has.',
  },
  linked_cases: {
    call: 'app.linked_cases(:person_id)',
    to: [],
    because: 'No record is linked.',
  },
  may_be_asked_about: {
    call: 'app.may_be_asked_about(:case_id, :person_id)',
    to: ['dpo'],
    because: 'Whoever answers a person who asks for their record.',
  },
  may_be_child: {
    call: 'app.may_be_child(:person_id)',
    to: UNTOLD,
    because: 'Says yes of everybody to whoever may not know: no is what is told, to the desk.',
  },
  may_note_request_step: {
    call: 'app.may_note_request_step(:requestId)',
    to: [...HANDLERS, 'adviser', 'coordinator'],
    because:
      'Whoever may write down what they did with it; the id of a request is shown to nobody behind a wall.',
  },
  need_goes_on: {
    call: 'app.need_goes_on(:requestId)',
    to: [],
    because: 'The request is with a service.',
  },
  not_at_present: {
    call: 'app.not_at_present(:requestId)',
    to: [],
    because: 'Nothing stands in the way; told to the service that was asked.',
  },
  not_erased: {
    call: 'app.not_erased(array[:person_id::uuid])',
    to: [],
    because: 'Nobody is erased.',
  },
  open_cases_of: {
    call: 'app.open_cases_of(:person_id)',
    to: [],
    because: 'Asked by whoever may link records of one person.',
  },
  opened_by_request: {
    call: 'app.opened_by_request(:share_id)',
    to: [...HANDLERS, 'adviser', 'coordinator'],
    because: 'The service that accepted, and its desk; the id of a share is shown to nobody behind a wall.',
  },
  other_service_leads: {
    call: 'app.other_service_leads(:case_id)',
    to: [],
    because: 'The reader’s own service leads.',
  },
  page_raised_now: {
    call: 'app.page_raised_now(:case_id, :case_id)',
    to: [],
    because: 'Whoever recorded a risk that cannot wait in this transaction; nobody has.',
  },
  people_behind_wall: {
    call: 'app.people_behind_wall()',
    to: WALLED,
    because: 'As behind_wall.',
  },
  people_of_requests: {
    call: 'app.people_of_requests()',
    to: [],
    because: 'Nobody asks for their record.',
  },
  person_is_known: {
    call: 'app.person_is_known(:person_id)',
    to: EVERYBODY,
    because: 'A policy asks whether an id that was just made is taken: it says that, and no more.',
  },
  person_of_reference: {
    call: 'app.person_of_reference(:reference)',
    to: ['dpo'],
    because: 'Whoever answers a person who asks for their record.',
  },
  plan_lead_stands: {
    call: 'app.plan_lead_stands(:case_id, :willow, :adviser)',
    to: ['lead', 'manager', 'responder', 'adviser', 'coordinator'],
    because: 'The desk, and the service that leads.',
  },
  plan_supporters: {
    call: 'app.plan_supporters(:case_id)',
    to: ['lead', 'manager', 'responder', 'adviser', 'coordinator'],
    because: 'The desk of all, a service of itself.',
  },
  receipt_leaf: {
    call: 'app.receipt_leaf(:referral_id)',
    to: ['auditor', 'officer'],
    because: 'The team that referred, and the auditor, prove when it was taken on: a hash, and its place.',
  },
  record_standing: {
    call: 'app.record_standing(null, app.service_now(), 10)',
    to: [],
    because: 'No case is closed.',
  },
  referrer_may_journal: {
    call: `app.referrer_may_journal('case', :case_id, :case_id, 'x')`,
    to: [],
    because: 'Whoever referred, of their own referral.',
  },
  refuse_on_linked: {
    call: 'app.refuse_on_linked(:requestId)',
    to: [],
    because: 'No record is linked.',
  },
  replay_of_policy: {
    call: `app.replay_of_policy('essex-first-responders', '2026-01-01', '2027-01-01', 10)`,
    to: ['administrator', 'auditor', 'manager'],
    because: 'Times alone, for whoever tries a rule.',
  },
  report_of: {
    call: 'app.report_of(:person_id)',
    to: ['lead', 'manager', 'responder'],
    because: 'Whoever may put an age right; nobody behind a wall.',
  },
  request_is_of_case: {
    call: 'app.request_is_of_case(:requestId, :case_id)',
    to: [...HANDLERS, 'adviser', 'coordinator'],
    because: 'As may_note_request_step.',
  },
  request_ground_stands: {
    call: `app.request_ground_stands(:person_id, :willow, 'support')`,
    to: ['adviser', 'coordinator'],
    because: 'The service itself.',
  },
  worker_in_case: {
    call: `app.worker_in_case(:case_id, :adviser)`,
    to: ['lead', 'manager'],
    because: 'Who leads the case, of a worker whom a request of it names.',
  },
  works_on_case: {
    call: 'app.works_on_case(:case_id)',
    to: ['adviser', 'coordinator'],
    because: 'The adviser who has the person in hand, and who leads there; nobody else of any service.',
  },
  routing_replay: {
    call: `app.routing_replay('2026-01-01', '2027-01-01', 10)`,
    to: ['manager'],
    because: 'Codes and times of their own cases, for the manager who approves a table of rules.',
  },
  rows_about: {
    call: 'app.rows_about(:requestId)',
    to: [],
    because: 'Nobody asks for their record.',
  },
  running_clocks_of_calendar: {
    call: `app.running_clocks_of_calendar('essex-desk', 10)`,
    to: [],
    because: 'The calendar is another.',
  },
  service_loads: {
    call: 'app.service_loads()',
    to: [...HANDLERS, 'administrator', 'adviser', 'another desk', 'coordinator', 'sarc'],
    because: 'Numbers, for whoever routes; to a provider of its own services.',
  },
  settle_home: {
    call: 'app.settle_home()',
    to: [],
    because: 'Says nothing.',
  },
  restrict_for_death: {
    call: 'app.restrict_for_death(:case_id)',
    to: [],
    because: 'It tells nothing: whoever recorded a death closes the record with it, and nobody else any.',
  },
  shared_case_closed: {
    call: 'app.shared_case_closed(:case_id)',
    to: [],
    because: 'The case is open; told to a service that its plan is shared with.',
  },
  step_is_of_request: {
    call: `app.step_is_of_request(:requestId, :case_id, :handling_agency_id, :willow, 'allocated')`,
    to: EVERYBODY,
    because:
      'A policy asks whether what is written down is true of the request; whoever asks names all of it.',
  },
  stop_for_death: {
    call: 'app.stop_for_death(:person_id, :responderTwo)',
    to: [],
    because:
      'Nobody died: it stops nothing and tells nothing. Told to the desk that recorded a death, of what it stopped.',
  },
  stop_linked: {
    call: 'app.stop_linked(:person_id)',
    to: [],
    because: 'No record is linked.',
  },
  user_is_behind_wall: {
    call: 'app.user_is_behind_wall(:case_id, :responderTwo)',
    to: EVERYBODY,
    because:
      'Every act that would tell somebody asks it, whoever acts; a no for those who may not know would tell whom a wall keeps out.',
  },
  support_stands: {
    call: 'app.support_stands(:person_id)',
    to: ['dpo', 'manager'],
    because: 'That support goes on, and nothing of it, for whoever keeps records.',
  },
  waiting_figures: {
    call: 'app.waiting_figures()',
    to: ['coordinator', 'lead', 'manager', 'another desk'],
    because: 'Numbers as they stand, for whoever keeps the lists.',
  },
  walled_off: {
    call: 'app.walled_off()',
    to: WALLED,
    because: 'As behind_wall, before a wall is broken.',
  },
  walls_of: {
    call: 'app.walls_of(array[:person_id::uuid])',
    to: [],
    because: 'Asked by the role of the walls alone.',
  },
};
