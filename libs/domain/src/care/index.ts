export * from './care-settings';
