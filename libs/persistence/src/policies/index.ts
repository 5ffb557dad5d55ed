export * from './policy.store';
