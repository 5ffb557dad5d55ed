export * from './open-in-emergency';
export * from './review-break-glass';
