export * from './disclosure-rule';
export * from './published-table';
export * from './release-tables';
export * from './released-tables';
export * from './small-counts';
