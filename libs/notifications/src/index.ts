export * from './mail';
export * from './person';
export * from './sms';
export * from './templates';
