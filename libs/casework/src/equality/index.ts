export * from './answer-equality';
export * from './read-equality';
