export * from './note-export';
