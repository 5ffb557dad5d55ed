export * from './room-of-services';
export * from './waiting-lists';
export * from './waiting-release.store';
