export * from './acknowledge-alert';
