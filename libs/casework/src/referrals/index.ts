export * from './referral-input';
export * from './submit-referral';
