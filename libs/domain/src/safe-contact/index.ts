export * from './card';
export * from './may-contact';
