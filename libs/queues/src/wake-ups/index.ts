export * from './wake-up-port';
export * from './wake-batcher';
