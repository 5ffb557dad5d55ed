export * from './shift-swap';
export * from './swap-machine';
export * from './who-hears';
