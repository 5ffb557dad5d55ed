export * from './acknowledge-redirect';
export * from './redirect-referral';
export * from './take-back-redirect';
