export * from './unusual-access';
