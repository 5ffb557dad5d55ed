export * from './export-line';
export * from './fault-in-words';
export * from './journal-verifier';
export * from './read-export';
export * from './verification';
export { SequenceWatch } from './sequence-watch';
export * from './with-journal';
