export * from './attempt-store';
export * from './record-contact-attempt';
export * from './record-exception';
