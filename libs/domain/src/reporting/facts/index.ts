export * from './cell';
export * from './contributions';
export * from './miss-reason';
export * from './pathway-fact';
export * from './promise-fact';
export * from './referral-fact';
export * from './spread';
export * from './start-band';
