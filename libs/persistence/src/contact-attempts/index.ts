export * from './attempt.row';
export * from './attempt.store';
