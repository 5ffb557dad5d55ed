export * from './lift-hold';
export * from './read-hold';
export * from './retention-change';
export * from './set-hold';
