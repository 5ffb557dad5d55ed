export * from './age-band';
export * from './codes';
export * from './feedback';
export * from './reference';
export * from './referral-machine';
export * from './report-time';
export * from './required-answers';
