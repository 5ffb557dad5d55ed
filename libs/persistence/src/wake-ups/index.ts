export * from './wake-up.store';
