export * from './set-aside.store';
export * from './set-aside-watch';
