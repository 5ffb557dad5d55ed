export * from './carry-out-erasures';
export * from './decide-erasure';
export * from './propose-erasure';
export * from './suggest-erasures';
