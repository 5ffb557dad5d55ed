export * from './brand';
export * from './ids';
export * from './time';
export * from './access';
