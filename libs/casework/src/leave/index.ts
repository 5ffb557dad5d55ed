export * from './change-leave';
export * from './note-leave';
export * from './plan-leave';
