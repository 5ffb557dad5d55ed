export * from './appointment.row';
export * from './appointment.store';
