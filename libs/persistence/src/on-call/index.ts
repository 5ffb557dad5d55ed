export * from './on-call.store';
