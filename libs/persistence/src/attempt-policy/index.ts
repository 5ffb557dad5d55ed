export * from './attempt-policy.store';
