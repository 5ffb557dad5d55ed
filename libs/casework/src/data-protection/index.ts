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
export * from './breaches';
export * from './rectify';
export * from './restrict';
export * from './state-release';
