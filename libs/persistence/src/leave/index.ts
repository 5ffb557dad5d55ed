export * from './leave-list';
export * from './leave.row';
export * from './leave.store';
