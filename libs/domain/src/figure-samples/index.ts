export * from './figure-sample';
