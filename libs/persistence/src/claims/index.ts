export * from './claim.store';
