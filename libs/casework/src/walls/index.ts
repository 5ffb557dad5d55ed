export * from './lift-wall';
export * from './set-wall';
export * from './walls-of';
