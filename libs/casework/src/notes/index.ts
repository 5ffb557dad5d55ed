export * from './keep-disclosure';
export * from './move-note';
export * from './open-walls';
export { NOTES_A_PAGE, ReadNotes, type NoteShown, type ReadNotesOutcome } from './read-notes';
export * from './record-therapy-milestone';
export { WriteNote, type WriteNoteInput, type WriteNoteOutcome } from './write-note';
