export * from './consent.store';
export * from './override.row';
export * from './override.store';
