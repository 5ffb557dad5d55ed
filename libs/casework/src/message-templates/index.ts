export * from './message-template-change';
