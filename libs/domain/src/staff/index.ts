export * from './invitation';
export * from './staff';
