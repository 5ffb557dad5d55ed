export * from './instance.store';
