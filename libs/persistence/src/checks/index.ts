export * from './check.row';
export * from './check.store';
