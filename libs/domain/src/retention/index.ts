export * from './erasure';
export * from './erasure-machine';
export * from './hold';
export * from './outcome';
export * from './preview';
export * from './restored';
export * from './rules';
