export * from './load-area-pack';
