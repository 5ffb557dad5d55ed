export * from './banned-words';
export * from './message-template';
