export * from './care-settings';
export * from './kept-by-services';
