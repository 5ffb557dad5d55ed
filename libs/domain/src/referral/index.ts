export * from './age-band';
export * from './codes';
export * from './reference';
export * from './referral-machine';
export * from './feedback';
