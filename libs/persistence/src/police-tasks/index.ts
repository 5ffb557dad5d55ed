export * from './police-task.row';
export * from './police-task.store';
