export * from './answer-code-events';
export * from './answer-milestone';
export { enhancedFrom } from './duty-facts';
export * from './fire-duties';
export * from './grant-enhanced-rights';
export * from './keep-duty';
export * from './record-code-event';
export * from './stop-duties';
