export { noteDataSourceOptions, PostgresNoteWork } from './postgres-note-work';
