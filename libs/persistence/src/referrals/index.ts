export * from './referral.row';
export * from './referral.store';
