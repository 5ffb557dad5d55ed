export * from './referral-input';
export * from './referral-record';
export * from './submit-referral';
