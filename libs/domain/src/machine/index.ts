export * from './draw';
export * from './machine';
