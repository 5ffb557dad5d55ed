export * from './draft';
export * from './thin-time';
