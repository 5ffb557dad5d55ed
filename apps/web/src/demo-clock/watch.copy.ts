export const START_TITLE = 'Watch a deadline pass in 60 seconds';
export const START_INTRO =
  'Somebody was promised a call and has not had one. The clock of this practice copy goes to one minute before that promise runs out, and you see what the service does by itself.';
export const SET_CLOCK = 'Set the clock to one minute before';
export const NOTHING_RUNNING =
  'No promise is running just now. Press Reset at the top to put the practice data back, or log a referral first.';
export const ONLY_FORWARD = 'The clock only goes forward. Reset puts everything back.';

export const WATCH_TITLE = 'A promise is about to run out';
export const PASSED_TITLE = 'The promise has run out';
export const KEPT_TITLE = 'The promise was kept';
export const LOOK_AGAIN = 'Look again';

export const TO_COME = [
  'One second after the due time the miss is recorded, with the due time as its time.',
  'The duty lead is alerted, and again each hour until somebody acknowledges it.',
  'An e-mail with the reference and a link goes out. It says nothing else.',
  'The case stays on the contact board. A call after that is recorded as late, never as in time.',
];
export const NOT_NOTICED_YET = 'The due time has passed. The worker records it within a second or two.';
export const RECORDED = 'The miss is recorded at its due time.';
export const NOBODY_ALERTED_YET = 'Nobody has been alerted yet.';

export const LEVELS = {
  warning: 'The owner was warned',
  'duty-lead': 'The duty lead was alerted',
  'service-manager': 'The service manager was alerted',
} as const;

export const OPEN_CASE = 'Open the case';
export const OPEN_ALERTS = 'Open alerts';
export const OPEN_INBOX = 'Read the e-mail that was sent';
