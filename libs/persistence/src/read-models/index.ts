export * from './access-log';
export * from './board';
export * from './case-history';
export * from './open-work';
export * from './policy-versions';
export * from './promise-figure';
export * from './referral-status';
