export * from './keep-ages';
