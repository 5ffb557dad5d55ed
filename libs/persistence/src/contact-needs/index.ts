export * from './exhausted.store';
export * from './interpreter.store';
