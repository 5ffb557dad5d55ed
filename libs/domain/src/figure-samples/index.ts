export * from './figure-sample';
export * from './sampled-measure';
export * from './told-counts';
