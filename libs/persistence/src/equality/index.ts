export * from './equality.store';
