export * from './key-provider';
export * from './key-ring-of';
export * from './master-key';
export * from './postgres.vault';
export * from './remembered-keys';
export * from './rotate-keys';
export * from './transit-client';
export * from './transit-key';
