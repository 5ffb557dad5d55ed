export * from './begin-work';
export * from './postgres.unit-of-work';
export type { TransactionParts } from './transaction-of';
