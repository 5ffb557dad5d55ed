export * from './journal-consumer';
export * from './journal-place';
export * from './read-journal';
