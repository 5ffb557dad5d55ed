export * from './codes';
export * from './review';
