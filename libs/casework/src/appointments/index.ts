export * from './book-appointment';
export * from './change-appointment';
export * from './remind-of-appointment';
