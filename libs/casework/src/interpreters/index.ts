export * from './record-interpreter-booking';
