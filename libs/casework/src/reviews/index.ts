export * from './open-missing-reviews';
export * from './plan-review';
export { reviewAtMilestone } from './review-at-milestone';
