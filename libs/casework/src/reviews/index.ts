export * from './open-missing-reviews';
export * from './plan-review';
export * from './review-at-milestone';
