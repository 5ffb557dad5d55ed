export * from './unusual-access.store';
export * from './unusual-days';
