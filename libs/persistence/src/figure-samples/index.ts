export * from './figure-cases';
export * from './figure-sample-list';
export * from './figure-sample-signer';
export * from './figure-sample.store';
