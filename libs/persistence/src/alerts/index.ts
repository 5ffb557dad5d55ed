export * from './alert.row';
export * from './alert.store';
