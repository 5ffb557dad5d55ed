export * from './directory-lists';
export * from './directory.store';
export * from './load-services';
export * from './stated-posts';
