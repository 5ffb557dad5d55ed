export * from './open-in-emergency';
export * from './read-glass-note';
export * from './review-break-glass';
