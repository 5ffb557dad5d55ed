export * from './case.row';
export * from './case.store';
