export * from './conflict.store';
export * from './keyed-wall-marks';
export * from './mark-people';
export * from './postgres-wall-work';
export * from './suspect.store';
