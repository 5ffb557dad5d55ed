import type { BoardQuery } from '#libs/persistence';

export type BoardView = BoardQuery['view'];

export const VIEW_WORDS: Readonly<Record<BoardView, string>> = {
  all: 'All',
  mine: 'Mine',
  unassigned: 'Unassigned',
  overdue: 'Overdue',
};

export const BOARD = {
  title: 'Contact board',
  order: 'Danger first, then by the last safe moment to act',
  empty: 'Nobody is waiting in this view.',
} as const;

export const SAFETY = {
  noNumber: 'No safe number',
  someoneElse: 'Someone else answered: check safety first',
  noSafeTime: 'No safe time left before the deadline',
  noVoicemail: 'No voicemail',
  danger: 'Danger',
} as const;
