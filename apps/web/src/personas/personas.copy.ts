export const PERSONAS_TITLE = 'Choose who to be';

export const personasIntro = (area: string) =>
  `This is a practice copy of Waymark for ${area}. Choose a person to sign in as; no password is needed. Everything you do here can be undone with Reset.`;

export const SIGN_IN_AS = 'Sign in as';
export const TRY_FIRST = 'What to try first';
export const WATCH_TITLE = 'Watch a deadline pass in 60 seconds';
export const WATCH_TEXT =
  'Sets the clock to one minute before the next promise runs out. You see the miss recorded, the alert raised and the e-mail in the inbox.';
export const WATCH_AS = 'Watch as';
export const INBOX_TITLE = 'E-mails that were sent';
export const INBOX_TEXT = 'Alerts go out as real e-mail to an inbox on this machine.';
export const INBOX_LINK = 'Open the inbox';
