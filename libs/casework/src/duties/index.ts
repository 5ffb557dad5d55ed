export * from './answer-milestone';
export * from './stop-duties';
