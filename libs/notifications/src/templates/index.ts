export * from './alerts-waiting';
export * from './message-text';
