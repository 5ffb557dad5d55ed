export * from './broken-seal';
export * from './heads-file';
export * from './journal-sealer';
export * from './read-seals';
export * from './receipt';
export * from './seal-head';
export * from './seal-key';
