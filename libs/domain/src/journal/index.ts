export * from './event';
export * from './merkle';
