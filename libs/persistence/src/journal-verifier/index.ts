export * from './export-line';
export * from './fault-in-words';
export * from './journal-verifier';
export * from './read-export';
export * from './verification';
export * from './with-journal';
