import type { Machine } from '../machine';

export const NOTE_STATES = ['written', 'moved'] as const;
export type NoteState = (typeof NOTE_STATES)[number];
export type NoteEvent = 'move';

/** A note is written once. It leaves a wall only for the one that it belongs to, and what stays is a marker. */
export const noteMachine: Machine<NoteState, NoteEvent> = {
  name: 'note',
  initial: 'written',
  terminal: ['moved'],
  transitions: { written: { move: 'moved' }, moved: {} },
};

export const THERAPY_STATES = ['not-started', 'going-on', 'paused', 'ended'] as const;
export type TherapyState = (typeof THERAPY_STATES)[number];
export const THERAPY_EVENTS = ['start', 'pause', 'resume', 'end'] as const;
export type TherapyEvent = (typeof THERAPY_EVENTS)[number];

/** How far therapy has come: all that is ever known here of it, besides the count of sessions. */
export const therapyMachine: Machine<TherapyState, TherapyEvent> = {
  name: 'therapy',
  initial: 'not-started',
  terminal: [],
  transitions: {
    'not-started': { start: 'going-on' },
    'going-on': { pause: 'paused', end: 'ended' },
    paused: { resume: 'going-on', end: 'ended' },
    ended: { start: 'going-on' },
  },
};
