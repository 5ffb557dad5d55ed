export * from './code-events';
