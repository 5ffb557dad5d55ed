export * from './keyed-search-marks';
export * from './mark-secret';
export * from './match-queue';
export * from './match-review.row';
export * from './match.store';
export * from './person-search.store';
