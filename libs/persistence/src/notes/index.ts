export { PostgresNoteStore } from './note.store';
export { noteDataSourceOptions, PostgresNoteWork } from './postgres-note-work';
export { PostgresTherapyMilestoneStore } from './therapy-milestone.store';
