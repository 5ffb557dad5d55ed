export * from './key-provider';
export * from './master-key';
export * from './postgres.vault';
