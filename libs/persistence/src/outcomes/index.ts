export * from './outcome.row';
export * from './outcome.store';
