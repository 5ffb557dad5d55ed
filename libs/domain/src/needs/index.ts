export * from './assessment';
export * from './codes';
export * from './risk';
