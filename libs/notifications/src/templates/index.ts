export * from './message-text';
export * from './staff-message';
