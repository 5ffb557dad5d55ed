export * from './safe-contact.store';
