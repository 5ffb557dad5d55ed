export * from './break-glass.row';
export * from './break-glass.store';
export * from './wall-list';
export * from './wall.row';
export * from './wall.store';
