export * from './referral.builder';
