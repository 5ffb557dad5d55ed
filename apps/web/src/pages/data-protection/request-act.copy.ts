import type { DeskAct } from '#libs/domain';

/** The words of one thing that may be done with a request, as a page of one question. */
export interface ActWords {
  readonly title: string;
  readonly intro: string;
  readonly submit: string;
  readonly done: string;
  readonly legend?: string;
  readonly missing?: string;
  readonly text?: { readonly label: string; readonly hint: string };
}

export const ACT_WORDS: Readonly<Record<DeskAct, ActWords>> = {
  link: {
    title: 'Say which case it is about',
    intro: 'With the reference of any case of theirs everything about the person can be found.',
    submit: 'Save the case',
    done: 'The request is now about that person',
    text: { label: 'Case reference', hint: 'For example, WM-4F7K-9Q2D' },
    missing: 'Enter the case reference',
  },
  unlink: {
    title: 'It is about somebody else',
    intro:
      'The link to this person is taken back, and what was written in the request is kept with the request alone. Then say which case it is about.',
    submit: 'Take the link back',
    done: 'The request is about nobody that we know of yet',
  },
  identity: {
    title: 'Confirm who asks',
    intro: 'Ask for no more than is needed. Of somebody who acts for the person, make sure that they may.',
    submit: 'Confirm',
    done: 'Who asks is confirmed',
    legend: 'How do you know?',
    missing: 'Select how you know',
  },
  ask: {
    title: 'Ask them something, and stop the clock',
    intro: 'The clock stands still until their answer is in. Ask only what is needed to go on.',
    submit: 'Stop the clock',
    done: 'The clock stands still until you record their answer',
    legend: 'What did you ask them?',
    missing: 'Select what you asked them',
  },
  answered: {
    title: 'Record their answer',
    intro: 'The clock goes on from today. The last day moves by the days on which it stood still.',
    submit: 'Their answer is in',
    done: 'The clock goes on',
  },
  extend: {
    title: 'Take two months more',
    intro:
      'Tell them today, with the reason: the law gives the extension only to somebody who was told within the first month.',
    submit: 'I have told them: extend',
    done: 'The last day is two months later',
    legend: 'Why?',
    missing: 'Select why',
  },
  collect: {
    title: 'Gather everything about the person',
    intro:
      'Every row about them is found in every table. What may tell about somebody else is put aside, for you to look through item by item.',
    submit: 'Gather',
    done: 'Everything is gathered: look through what was put aside',
  },
  seal: {
    title: 'Seal the pack',
    intro:
      'The pack is written as you decided and sealed. A fingerprint of it goes into the journal, its content nowhere.',
    submit: 'Seal the pack',
    done: 'The pack is sealed: hand it over in a way that is safe',
  },
  'look-again': {
    title: 'Look through it again',
    intro: 'The sealed pack is put aside, and another takes its place when you are done.',
    submit: 'Look through it again',
    done: 'You can change what you decided',
  },
  deliver: {
    title: 'Record that it was handed over',
    intro:
      'By post or email only to a way on the safe-contact card that is safe at this minute. Once it is handed over the pack opens for nobody here.',
    submit: 'It is handed over',
    done: 'The request is answered',
    legend: 'How does it reach them?',
    missing: 'Select how it reaches them',
  },
  acknowledge: {
    title: 'Acknowledge the complaint',
    intro: 'Tell them that you have it and what happens next.',
    submit: 'I have told them',
    done: 'The complaint is acknowledged',
  },
  outcome: {
    title: 'Record the outcome',
    intro: 'Tell them the outcome, and that they may complain to the Information Commissioner.',
    submit: 'Record the outcome',
    done: 'The request is answered',
    legend: 'What came of it?',
    missing: 'Select what came of it',
  },
  erase: {
    title: 'Put the erasure before a second person',
    intro:
      'Tell the person now what will happen, and that they may complain: once the record is erased nobody knows any more where to write to. What the second person decides answers this request.',
    submit: 'Put it before a second person',
    done: 'A second person decides about the erasure',
  },
  restrict: {
    title: 'Restrict everything about the person',
    intro:
      'From now on this desk and the duty lead alone can read it, and messages that wait are cancelled. The promised times of their case run on: tell the duty lead today.',
    submit: 'Restrict',
    done: 'It is restricted: this desk and the duty lead alone can read it',
  },
  lift: {
    title: 'Lift the restriction of the person',
    intro: 'Tell the person before you lift it. Their case can then be read by those who work on it.',
    submit: 'Lift it',
    done: 'The restriction is lifted',
  },
  refuse: {
    title: 'Turn the request down',
    intro: 'Tell them why, and that they may complain to us, to the Information Commissioner or to a court.',
    submit: 'Turn it down',
    done: 'The request is turned down',
    legend: 'Why?',
    missing: 'Select why',
  },
  withdraw: {
    title: 'Record that they withdrew it',
    intro: 'Only when they said so themselves.',
    submit: 'They withdrew it',
    done: 'The request is withdrawn',
  },
};
