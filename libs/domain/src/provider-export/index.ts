export * from './csv';
export * from './layout';
