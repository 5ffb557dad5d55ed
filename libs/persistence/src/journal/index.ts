export * from './journal.writer';
export * from './leaf';
