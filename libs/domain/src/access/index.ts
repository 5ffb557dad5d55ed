export * from './actor';
export * from './decide';
