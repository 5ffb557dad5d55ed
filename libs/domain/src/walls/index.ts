export * from './break-glass';
export * from './conflict';
export * from './set-wall';
export * from './wall';
