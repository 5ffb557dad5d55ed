export * from './age.store';
export * from './safeguarding-task.row';
export * from './safeguarding.store';
