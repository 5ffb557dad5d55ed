export * from './change-complaint';
export * from './read-complaint-words';
export * from './record-complaint';
