export * from './adjust-deadlines';
export * from './ask-for-check';
export * from './record-contact-attempt';
export * from './record-exception';
