export * from './lift-hold';
export * from './read-hold';
export * from './set-hold';
