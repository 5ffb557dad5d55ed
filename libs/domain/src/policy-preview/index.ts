export * from './desk-ceiling';
export * from './last-quarter';
export * from './promise-faults';
export * from './replay';
