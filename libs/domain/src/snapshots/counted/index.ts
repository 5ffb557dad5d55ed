export * from './counted-facts';
export * from './counted-table';
export * from './report-tables';
