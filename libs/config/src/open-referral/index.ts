export * from './directory-file';
export * from './open-referral.schema';
export * from './read-open-referral';
