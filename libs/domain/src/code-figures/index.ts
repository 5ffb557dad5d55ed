export * from './code-counts';
export * from './code-quarter';
