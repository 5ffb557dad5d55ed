export * from './event';
export * from './merkle';
export * from './sealed-row';
