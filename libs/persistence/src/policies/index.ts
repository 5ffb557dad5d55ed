export * from './policy.store';
export * from './rule-version.store';
