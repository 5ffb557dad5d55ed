export * from './code-counts';
export * from './code-quarter';
export * from './code-tables';
