import type { BoardView } from '#libs/persistence';

export const VIEW_WORDS: Readonly<Record<BoardView, string>> = {
  all: 'All',
  mine: 'Mine',
  unassigned: 'Unassigned',
  'window-open': 'Can call now',
  overdue: 'Overdue',
  rechecks: 'Ask again if safe',
  'call-backs': 'Call-backs promised',
  police: 'Waiting for police',
  'since-closing': 'Arrived since closing',
};

export const BOARD = {
  title: 'Contact board',
  order: 'Danger first, then by the last safe moment to act',
  empty: 'Nobody is waiting in this view.',
  assign: 'Assign the ticked cases',
  wall: 'Wall board',
  calls: 'Promised calls by day and hour',
  asked: 'Questions to police teams',
  handOver: 'Hand over my cases',
  rechecksLink: 'See who must be asked again',
} as const;

/** Heads of the columns; on a narrow screen each stands before its own value. */
export const COLUMNS = {
  case: 'Case',
  clocks: 'Speak with them by',
  window: 'Safe time to call',
  attempts: 'Attempts',
  safety: 'Safety',
  owner: 'Owner',
} as const;

export const SAFETY = {
  noNumber: 'No safe number',
  someoneElse: 'Someone else answered: check safety first',
  noSafeTime: 'No safe time before the deadline',
  noVoicemail: 'No voicemail',
  recheck: 'Check the number again',
  recheckAsked: 'Ask again whether contact is safe',
  police: 'Waiting for the police team',
  danger: 'Danger',
} as const;

export const NOBODY_TICKED = 'Tick at least one case to assign';
