export * from './change-request';
export * from './decide-pack-item';
export * from './open-pack';
export * from './read-request';
export * from './receive-request';
export {
  BeginReview,
  ReviewPack,
  type BeginReviewOutcome,
  type PackReview,
  type ReviewedItem,
} from './review-pack';
export * from './seal-pack';
