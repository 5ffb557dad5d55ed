export * from './day-groups';
export * from './figure-span';
export * from './figure-working';
export * from './live-measure';
export * from './live-measures';
export * from './live-table';
export * from './strand-measures';
