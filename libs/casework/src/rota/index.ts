export * from './answer-swap';
export * from './ask-swap';
export * from './lapse-swaps';
