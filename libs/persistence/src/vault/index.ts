export * from './master-key';
export * from './postgres.vault';
