export * from './staff.directory';
