export * from './leave';
export * from './leave-machine';
export * from './who-answers';
