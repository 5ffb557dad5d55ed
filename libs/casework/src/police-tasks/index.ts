export * from './answer-police-task';
export * from './ask-police';
export * from './enter-answer';
export * from './fire-police-tasks';
export * from './keep-police-tasks';
export * from './open-police-task';
export * from './open-team-task';
export * from './police-answer';
