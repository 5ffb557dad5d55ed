export * from './begin-work';
export * from './postgres.unit-of-work';
export { transactionOf, type TransactionParts } from './transaction-of';
