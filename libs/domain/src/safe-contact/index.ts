export * from './call-time';
export * from './card';
export * from './may-contact';
export * from './safe-times';
export * from './permit-route';
