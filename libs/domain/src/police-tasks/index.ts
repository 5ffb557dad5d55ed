export * from './change-task';
export * from './codes';
export * from './crime-number';
export * from './fits';
export * from './police-task';
export * from './task-clock';
export * from './task-machine';
export * from './tasks-wanted';
