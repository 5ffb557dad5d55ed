export * from './attempt.row';
export * from './attempt.store';
export * from './follow-up.store';
