export * from './hand-over';
export * from './person-message';
export * from './person-message-machine';
export * from './person-template';
export * from './plan-message';
export * from './safety-review';
export * from './stop-contact';
