export * from './note-overdue';
