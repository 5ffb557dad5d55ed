export * from './appointment.row';
export * from './appointment.store';
export * from './next-appointments';
