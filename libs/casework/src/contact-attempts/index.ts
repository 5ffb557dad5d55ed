export * from './adjust-deadlines';
export * from './record-contact-attempt';
export * from './record-exception';
