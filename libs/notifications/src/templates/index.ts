export * from './message-text';
export * from './person-message';
export * from './staff-message';
