export * from './change-safeguarding';
export * from './clock-policy';
export * from './codes';
export * from './safeguarding-machine';
export * from './safeguarding-task';
export * from './sarc-route';
