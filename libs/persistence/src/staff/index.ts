export * from './staff-list';
export * from './staff.directory';
export * from './staff.store';
