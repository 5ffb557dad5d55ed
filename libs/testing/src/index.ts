export * from './matching';
export * from './referral.builder';
