export * from './message.store';
