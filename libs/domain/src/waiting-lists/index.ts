export * from './release-day';
export * from './waiting-figures';
export * from './waiting-list';
export * from './waiting-table';
